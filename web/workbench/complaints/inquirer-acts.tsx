import { Select } from 'antd'
import { useState } from 'react'
import { useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Field } from '../parts/field.tsx'
import { fill, useSay } from '../preferences.tsx'
import { type ActsProps, useAct } from './complaint-act.ts'
import { words } from './complaint-act-words.ts'

/** Who inquires besides; `held`: who does already, with whom it begins. */
export const Colleague = ({
  of,
  value,
  held,
  onChange,
}: ActsProps & {
  readonly value: string
  readonly held?: { readonly id: string; readonly name: string } | undefined
  readonly onChange: (value: string) => void
}) => {
  const { say } = useSay(words)
  const others = of.colleagues.filter(({ id }) => id !== held?.id)
  return (
    <Field label={say.colleague}>
      {(id) => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            held === undefined ? { value: '', label: say.nobody } : { value: held.id, label: held.name },
            ...others.map(({ id: account, name }) => ({ value: account, label: name })),
          ]}
        />
      )}
    </Field>
  )
}

/** Another inquirer, by whoever inquires or the head of the desk. */
export const Assign = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const me = useMe()
  // The other one is shown as who it is; to a head who does not inquire, one of those who do.
  const held = of.inquirers.find(({ id }) => id !== me.id)
  const [chosen, setChosen] = useState<string>()
  const colleague = chosen ?? held?.id ?? ''
  const name = of.colleagues.find(({ id }) => id === colleague)?.name ?? ''
  return (
    <>
      <Colleague of={of} value={colleague} held={held} onChange={setChosen} />
      {colleague !== (held?.id ?? '') && (
        <Confirm
          label={say.assign}
          title={say.assign}
          follows={<p>{fill(say.assignFollows, { name })}</p>}
          act={() => act({ act: 'assign', colleagueId: colleague })}
        />
      )}
    </>
  )
}
