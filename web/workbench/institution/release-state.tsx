import { useQuery } from '@tanstack/react-query'
import type { Person } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Notice } from '../parts/notice.tsx'
import { changesQuery } from '../person/person-queries.ts'
import { fill, useSay } from '../preferences.tsx'
import { useChangePerson } from './use-change-person.ts'

const words = {
  zh: {
    title: '已同意调往{to}',
    since: '{day}同意，等待对方接收。接收之前仍是{from}的人员。',
    waiting: '等待对方接收。接收之前仍是{from}的人员。',
    withdraw: '撤回调出',
    withdrawTitle: '撤回{name}的调出',
    follows: '撤回后，{to}不能再接收{name}，也不再看到。要改调其他单位的，撤回后另行办理。',
    hint: '写明为什么撤回。理由保存在变更记录里，本人能看到。',
  },
  en: {
    title: 'Released to {to}',
    since: 'On {day}; the other institution has not taken over yet. Until then {from} is the institution.',
    waiting: 'The other institution has not taken over yet. Until then {from} is the institution.',
    withdraw: 'Withdraw the release',
    withdrawTitle: 'Withdraw the release of {name}',
    follows:
      '{to} can then neither take over {name} nor see them any more. To release them elsewhere, withdraw this first.',
    hint: 'Say why. It is kept with the change, and the person can read it.',
  },
} as const

/** Where a person is released to; whoever keeps the register may withdraw it. Empty without a release. */
export const ReleaseState = ({ of: person }: { readonly of: Person }) => {
  const { say, language } = useSay(words)
  const changePerson = useChangePerson()
  const changes = useQuery(changesQuery(person.id))
  const { id, name, institution, releasedTo, mayChange, version } = person
  if (releasedTo === null) return null
  const since = changes.data?.items.find(({ what }) => what === 'released')?.at.slice(0, 10)
  const names = { name, from: institution.name, to: releasedTo.name }
  return (
    <Notice
      tone="wait"
      title={fill(say.title, names)}
      actions={
        mayChange && (
          <Confirm
            label={say.withdraw}
            title={fill(say.withdrawTitle, names)}
            follows={<p>{fill(say.follows, names)}</p>}
            reason={{ hint: say.hint, required: true }}
            act={(reason) => changePerson(id, { version, reason, releasedTo: null })}
          />
        )
      }
    >
      <p>
        {since === undefined
          ? fill(say.waiting, names)
          : fill(say.since, { ...names, day: day(since, language) })}
      </p>
    </Notice>
  )
}
