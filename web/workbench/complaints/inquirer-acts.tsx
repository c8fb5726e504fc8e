import { Select } from 'antd'
import { useState } from 'react'
import { Confirm } from '../parts/confirm.tsx'
import { Field } from '../parts/field.tsx'
import { useSay } from '../preferences.tsx'
import { type ActsProps, useAct } from './complaint-act.ts'
import { words } from './complaint-act-words.ts'

/** Who inquires besides. */
export const Colleague = ({
  of,
  value,
  onChange,
}: ActsProps & { readonly value: string; readonly onChange: (value: string) => void }) => {
  const { say } = useSay(words)
  return (
    <Field label={say.colleague}>
      {(id) => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: say.nobody },
            ...of.colleagues.map(({ id: account, name }) => ({ value: account, label: name })),
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
  const [colleague, setColleague] = useState('')
  return (
    <>
      <Colleague of={of} value={colleague} onChange={setColleague} />
      {colleague !== '' && (
        <Confirm
          label={say.assign}
          title={say.assign}
          follows={<p>{say.assignFollows}</p>}
          act={() => act({ act: 'assign', colleagueId: colleague })}
        />
      )}
    </>
  )
}
