import { Button, Input, Select } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { useSay } from '../preferences.tsx'
import { otherActs, requestActs, type Scope, scopes, words } from './audit-words.ts'

/** What is looked for; it stands in the address. */
export const AuditSearch = () => {
  const { say, language } = useSay(words)
  const [query, setQuery] = useSearchParams()
  const id = useId()
  const given = scopes.find((scope) => query.has(scope)) ?? 'person'
  const [scope, setScope] = useState<Scope>(given)
  const [value, setValue] = useState(query.get(given) ?? '')
  const [act, setAct] = useState(query.get('act') ?? '')
  const [from, setFrom] = useState(query.get('from'))
  const [to, setTo] = useState(query.get('to'))
  const search = (event: FormEvent) => {
    event.preventDefault()
    const wanted = { [scope]: value.trim(), act, from, to }
    setQuery(
      Object.fromEntries(
        Object.entries(wanted).flatMap(([name, one]) => (one === null || one === '' ? [] : [[name, one]])),
      ),
    )
  }
  return (
    <form className="filters" onSubmit={search}>
      <div>
        <label htmlFor={`${id}-by`}>{say.by}</label>
        <Select
          id={`${id}-by`}
          popupMatchSelectWidth={false}
          value={scope}
          onChange={setScope}
          options={scopes.map((one) => ({ value: one, label: say[one] }))}
        />
      </div>
      <div className="wide-field">
        <label htmlFor={`${id}-value`}>{say.value}</label>
        <Input id={`${id}-value`} value={value} onChange={({ target }) => setValue(target.value)} />
      </div>
      <div>
        <label htmlFor={`${id}-act`}>{say.act}</label>
        <Select
          id={`${id}-act`}
          popupMatchSelectWidth={false}
          value={act}
          onChange={setAct}
          options={[
            { value: '', label: say.anyAct },
            ...requestActs.map((one) => ({ value: String(one), label: term('act', one, language) })),
            ...otherActs.map((one) => ({ value: String(one), label: say[`act_${one}`] })),
          ]}
        />
      </div>
      <div>
        <label htmlFor={`${id}-from`}>{say.from}</label>
        <DateField id={`${id}-from`} value={from} onChange={setFrom} />
      </div>
      <div>
        <label htmlFor={`${id}-to`}>{say.to}</label>
        <DateField id={`${id}-to`} value={to} onChange={setTo} />
      </div>
      <Button type="primary" htmlType="submit">
        {say.search}
      </Button>
    </form>
  )
}
