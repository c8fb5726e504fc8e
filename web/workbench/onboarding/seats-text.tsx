import type { Account } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { useSay } from '../preferences.tsx'

const words = { zh: { head: '负责人' }, en: { head: 'head' } } as const

/** The seats of an account, one a line. */
export const SeatsText = ({ of: roles }: { readonly of: Account['roles'] }) => {
  const { say, language } = useSay(words)
  return roles.map(({ role, organisation, head }) => (
    <div key={`${role} ${organisation.id}`}>
      {organisation.name} · {term('role', role, language)}
      {head && ` · ${say.head}`}
    </div>
  ))
}
