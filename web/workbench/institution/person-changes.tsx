import { useQuery } from '@tanstack/react-query'
import type { ListPersonChangesResponse, Person, PersonChangeRecord } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { Answer } from '../parts/answer.tsx'
import { Empty } from '../parts/panel.tsx'
import personStyles from '../person/person.module.css'
import { changesQuery } from '../person/person-queries.ts'
import { fieldName, fieldValue } from '../person/person-words.ts'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    none: '登记以来没有变更。',
    by: '{name}，{moment}',
    reason: '理由：{reason}',
    field: '项目',
    before: '变更前',
    after: '变更后',
    table: '{moment}的变更',
  },
  en: {
    none: 'Nothing has been changed since the registration.',
    by: '{name}, {moment}',
    reason: 'Reason: {reason}',
    field: 'Field',
    before: 'Before',
    after: 'After',
    table: 'Change of {moment}',
  },
} as const

/** Fields that say nothing to people. */
const HIDDEN = new Set(['id'])

interface ChangeProps {
  readonly of: PersonChangeRecord
  /** The institutions that changes speak of. */
  readonly institutions: ListPersonChangesResponse['institutions']
}

const Change = ({ of: change, institutions }: ChangeProps) => {
  const { say, language } = useSay(words)
  const at = moment(change.at, language)
  const textOf = (field: string, value: unknown): string =>
    institutions.find(({ id }) => id === value)?.name ?? fieldValue(field, value, language)
  const fields = change.fields
    .filter(({ field }) => !HIDDEN.has(field))
    .map(({ field, before, after }) => ({
      field,
      before: textOf(field, before),
      after: textOf(field, after),
    }))
    // Undefined and an empty list are the same value.
    .filter(({ before, after }) => before !== after)
  return (
    <li>
      <h3>{term('personAct', change.what, language)}</h3>
      <p className="quiet">{fill(say.by, { name: change.byName, moment: at })}</p>
      <p>{fill(say.reason, { reason: change.reason })}</p>
      {fields.length > 0 && (
        <table className={personStyles.beforeAfter}>
          <caption className="visually-hidden">{fill(say.table, { moment: at })}</caption>
          <thead>
            <tr>
              <th scope="col">{say.field}</th>
              <th scope="col">{say.before}</th>
              <th scope="col">{say.after}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{fieldName(field, language)}</th>
                <td>
                  <del>{before}</del>
                </td>
                <td>
                  <ins>{after}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  )
}

/** Every change of a person's record: who, when, why, and each field before and after. */
export const PersonChanges = ({ of: { id } }: { readonly of: Person }) => {
  const { say } = useSay(words)
  const changes = useQuery(changesQuery(id))
  return (
    <Answer of={changes}>
      {({ items, institutions }) =>
        items.length === 0 ? (
          <Empty>{say.none}</Empty>
        ) : (
          <ol className={`plain ${personStyles.history}`}>
            {items.map((change) => (
              <Change key={change.version} of={change} institutions={institutions} />
            ))}
          </ol>
        )
      }
    </Answer>
  )
}
