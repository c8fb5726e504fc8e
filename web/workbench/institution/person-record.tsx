import { populations } from '../../../functions/platform/words.ts'
import type { Person } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { Facts } from '../parts/facts.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { fieldName, fieldValue, yesNo } from '../person/person-words.ts'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    since: '（{day}调入）',
    onRegister: '在册',
    former: '不在册',
    dropped: '（未获同意）',
    from: '{day}起',
  },
  en: {
    since: ' (since {day})',
    onRegister: 'on register',
    former: 'not on register',
    dropped: ' (not granted)',
    from: 'from {day}',
  },
} as const

/** What the register says of a person. */
export const PersonRecord = ({ of: person }: { readonly of: Person }) => {
  const { say, language } = useSay(words)
  const { institution, postChanges } = person
  const row = (field: keyof Person) =>
    [fieldName(field, language), fieldValue(field, person[field], language)] as const
  const changes = postChanges.map(({ kind, effectiveOn, toPostType, dropped }) =>
    [
      fill(say.from, { day: day(effectiveOn, language) }),
      term('kind', kind, language),
      toPostType && `→ ${term('postType', toPostType, language)}`,
      dropped && say.dropped,
    ]
      .filter((part) => part)
      .join(' '),
  )
  return (
    <Facts
      of={[
        [
          fieldName('institutionId', language),
          institution.since === null
            ? institution.name
            : institution.name + fill(say.since, { day: day(institution.since, language) }),
        ],
        row('staffNo'),
        [fieldName('population', language), populations[person.population][language]],
        row('postType'),
        [fieldName('leader', language), yesNo(person.leader, language)],
        [
          fieldName('onRegister', language),
          <StatusMark key="on" tone={person.onRegister ? 'good' : 'plain'}>
            {person.onRegister ? say.onRegister : say.former}
          </StatusMark>,
        ],
        row('hiredOn'),
        row('terms'),
        [
          fieldName('postChanges', language),
          changes.length === 0 ? '—' : changes.map((change) => <div key={change}>{change}</div>),
        ],
        row('leaves'),
        row('retiresOn'),
        [fieldName('highLevelTalent', language), yesNo(person.highLevelTalent, language)],
        [fieldName('disability', language), yesNo(person.disability, language)],
        [fieldName('releasedTo', language), person.releasedTo?.name],
      ]}
    />
  )
}
