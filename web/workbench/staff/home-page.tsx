import { useMe } from '../me.ts'
import { PageHead } from '../parts/page-head.tsx'

export const HomePage = () => {
  const me = useMe()
  return <PageHead title={me.name} />
}
