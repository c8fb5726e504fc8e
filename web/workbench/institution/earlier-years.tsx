import { Link } from 'react-router'
import { withQuery } from '../../shared/with-query.ts'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    text: '以前年度在原平台完成的学时还没有导入过。不导入，这些年度会显示为没有完成。',
    go: '导入原平台学时',
  },
  en: {
    text: 'No hours of earlier years were imported from the platform before. Without them, those years show as not complete.',
    go: 'Import hours of earlier years',
  },
} as const

/** Where hours of earlier years come in, for an institution that has filed none from a platform before this one. */
export const EarlierYears = ({ institution }: { readonly institution: string }) => {
  const { say } = useSay(words)
  return (
    <p className="screen-only">
      {say.text} <Link to={withQuery('/imports', { institution, kind: 'history' })}>{say.go}</Link>
    </p>
  )
}
