import { Link } from 'react-router'
import { Empty } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { scanWords } from './scan-words.ts'

/** An address of a half-day that the class does not have, and the way back to the class. */
export const NoSession = ({ id }: { readonly id: string }) => {
  const { say } = useSay(scanWords)
  return (
    <Empty
      action={
        <Link className="button" to={`/classes/${id}`}>
          {say.back}
        </Link>
      }
    >
      {say.noSession}
    </Empty>
  )
}
