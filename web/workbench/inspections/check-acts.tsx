import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { inspectionTerms } from '../../../rules/inspections.ts'
import { post } from '../../shared/api/client.ts'
import type { MatterView } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { enumerate } from '../../shared/fill.ts'
import { Confirm } from '../parts/confirm.tsx'
import { DateField } from '../parts/date-field.tsx'
import { Field } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { useAfter } from '../parts/use-after.ts'
import { fill, useSay } from '../preferences.tsx'
import { actsOf, type CheckAct, checkOf, isDated } from './check-of.ts'
import { words } from './matter-words.ts'

interface EntryChoiceProps {
  readonly of: NonNullable<MatterView['sample']>['corrections']
  readonly value: number | null
  readonly onChange: (entry: number) => void
}

/** By which correction of the ledger a sample ends; where none was made yet, what to do first. */
const EntryChoice = ({ of: corrections, value, onChange }: EntryChoiceProps) => {
  const { say, language } = useSay(words)
  if (corrections.length === 0)
    return (
      <>
        <h3>{say.entry}</h3>
        <p className="quiet">{say.noEntry}</p>
      </>
    )
  return (
    <Field label={say.entry}>
      {(id) => (
        <Select<number>
          id={id}
          value={value}
          onChange={onChange}
          options={corrections.map((one) => ({
            value: one.entry,
            label: fill(say.entryOf, { ...one, at: moment(one.at, language) }),
          }))}
        />
      )}
    </Field>
  )
}

/** What the authority says of a matter. */
export const CheckActs = ({ of }: { readonly of: MatterView }) => {
  const { say, language } = useSay(words)
  const after = useAfter('/inspections', of.id)
  const hint = useId()
  const [until, setUntil] = useState<string | null>(null)
  const corrections = of.sample?.corrections ?? []
  const [chosen, setEntry] = useState<number | null>(null)
  const entry = chosen ?? corrections.at(-1)?.entry ?? null
  const acts = actsOf(of)
  const offered = acts.filter((act) => act !== 'corrected' || corrections.length > 0)
  const dated = acts.filter(isDated)
  const waiting = dated.filter((act) => checkOf(act, { until, entry }) === undefined)
  const named = (some: readonly CheckAct[]) =>
    enumerate(
      some.map((act) => say[act]),
      language,
    )
  const { longestDays: days, violationYears: years } = inspectionTerms
  const shown = (act: CheckAct) => {
    const bodyOf = checkOf(act, { until, entry })
    if (bodyOf === undefined)
      return (
        <Button key={act} disabled aria-describedby={hint}>
          {say[act]}
        </Button>
      )
    return (
      <Confirm
        key={act}
        label={say[act]}
        title={say[act]}
        follows={<p>{say[`${act}Follows`]}</p>}
        reason={{ label: say.checkText, hint: say.hint, required: true }}
        act={async (text) => {
          await post('/inspections/{id}/checks', { path: { id: of.id }, body: bodyOf(text) })
          await after()
        }}
      />
    )
  }
  return (
    <Panel title={say.title}>
      {dated.length > 0 && (
        <Field
          label={fill(of.kind === 'violation' ? say.expires : say.until, { days, years, acts: named(dated) })}
        >
          {(id) => <DateField id={id} value={until} onChange={setUntil} />}
        </Field>
      )}
      {waiting.length > 0 && (
        <p id={hint} className="quiet">
          {fill(say.dayFirst, { acts: named(waiting) })}
        </p>
      )}
      {acts.includes('corrected') && <EntryChoice of={corrections} value={entry} onChange={setEntry} />}
      <div className="actions">{offered.map(shown)}</div>
    </Panel>
  )
}
