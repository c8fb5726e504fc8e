import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { PersonSummary } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { Answer } from '../parts/answer.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { saveText } from '../parts/save-text.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { fieldName } from '../person/person-words.ts'
import { fill, useSay } from '../preferences.tsx'
import { useRegister } from './institution.ts'
import { registerFile } from './register-file.ts'
import { RegisterFilters, useRegisterFilters } from './register-filters.tsx'

const words = {
  zh: {
    list: '在册人员',
    count: '{shown} 人，共 {all} 人',
    leader: '领导人员',
    onRegister: '在册',
    former: '不在册',
    more: '再显示 {count} 人',
    none: '名册里还没有人员。可以逐个登记，也可以批量导入。',
    noneFits: '没有符合条件的人员。',
    clear: '清除条件',
    export: '导出名册（CSV）',
    exported: '已导出 {count} 人。',
    file: '{name}人员名册.csv',
  },
  en: {
    list: 'On the register',
    count: '{shown} of {all}',
    leader: 'leader',
    onRegister: 'on register',
    former: 'not on register',
    more: 'Show {count} more',
    none: 'Nobody is on the register yet. Register persons one by one, or import them.',
    noneFits: 'Nobody fits.',
    clear: 'Clear',
    export: 'Export the register (CSV)',
    exported: '{count} {count|person|persons} exported.',
    file: '{name} staff register.csv',
  },
} as const

/** How many rows are drawn at a time. */
const STEP = 100

const useColumns = (): readonly Column<PersonSummary>[] => {
  const { say, language } = useSay(words)
  const title = (field: string) => fieldName(field, language)
  return [
    {
      title: title('name'),
      key: 'name',
      render: (_, { id, name, leader }) => (
        <>
          <Link to={`/persons/${encodeURIComponent(id)}`}>{name}</Link>
          {leader && <span className="quiet"> {say.leader}</span>}
        </>
      ),
    },
    {
      title: title('staffNo'),
      key: 'number',
      className: 'number nowrap',
      render: (_, { staffNo }) => staffNo ?? '—',
    },
    {
      title: title('postType'),
      key: 'post',
      className: 'nowrap',
      render: (_, { postType }) => term('postType', postType, language),
    },
    {
      title: title('hiredOn'),
      key: 'hired',
      className: 'number nowrap',
      render: (_, { hiredOn }) => day(hiredOn, language),
    },
    {
      title: title('onRegister'),
      key: 'on',
      render: (_, { onRegister }) => (
        <StatusMark tone={onRegister ? 'good' : 'plain'}>
          {onRegister ? say.onRegister : say.former}
        </StatusMark>
      ),
    },
  ]
}

export interface RegisterProps {
  readonly institution: string
  /** The institution's name, for the file. */
  readonly name: string
}

/** Everyone on an institution's register, found by name or number; exported as it is shown. */
export const Register = ({ institution, name }: RegisterProps) => {
  const { say, language } = useSay(words)
  const register = useRegister(institution)
  const filters = useRegisterFilters()
  const columns = useColumns()
  const [shown, setShown] = useState(STEP)
  const [exported, setExported] = useState<number>()
  const save = (persons: readonly PersonSummary[]) => {
    saveText(registerFile(persons, language), fill(say.file, { name }))
    setExported(persons.length)
  }
  return (
    <Answer of={register}>
      {(persons) => {
        const found = persons.filter(filters.passes)
        const actions = found.length > 0 && (
          <>
            <span className="quiet" role="status">
              {exported !== undefined && fill(say.exported, { count: exported })}
            </span>
            <Button onClick={() => save(found)}>{say.export}</Button>
          </>
        )
        if (persons.length === 0)
          return (
            <Panel title={say.list}>
              <Empty>{say.none}</Empty>
            </Panel>
          )
        return (
          <Panel title={say.list} actions={actions}>
            <RegisterFilters of={filters} />
            <p className="quiet" role="status">
              {fill(say.count, { shown: found.length, all: persons.length })}
            </p>
            {found.length === 0 ? (
              <Empty action={<Button onClick={filters.clear}>{say.clear}</Button>}>{say.noneFits}</Empty>
            ) : (
              <Table<PersonSummary>
                label={say.list}
                items={found.slice(0, shown)}
                columns={columns}
                rowKey={({ id }) => id}
              />
            )}
            {found.length > shown && (
              <p className="list-foot">
                <Button onClick={() => setShown(shown + STEP)}>
                  {fill(say.more, { count: Math.min(STEP, found.length - shown) })}
                </Button>
              </p>
            )}
          </Panel>
        )
      }}
    </Answer>
  )
}
