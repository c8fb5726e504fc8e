import { Button, Checkbox, Input, Select, Table } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { PersonSummary } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { Answer } from '../parts/answer.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { fieldName, yesNo } from '../person/person-words.ts'
import { fill, useSay } from '../preferences.tsx'
import { useRegister } from './institution.ts'
import { csvOf, saveText } from './save-text.ts'

const words = {
  zh: {
    list: '在册人员',
    find: '按姓名或者工号查找',
    post: '岗位类别',
    any: '全部',
    withFormer: '包括不在册的',
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
    find: 'Find by name or staff number',
    post: 'Type of post',
    any: 'All',
    withFormer: 'Those who left included',
    count: '{shown} of {all}',
    leader: 'leader',
    onRegister: 'on register',
    former: 'not on register',
    more: 'Show {count} more',
    none: 'Nobody is on the register yet. Register persons one by one, or import them.',
    noneFits: 'Nobody fits.',
    clear: 'Clear',
    export: 'Export the register (CSV)',
    exported: '{count} persons exported.',
    file: '{name} staff register.csv',
  },
} as const

/** How many rows are drawn at a time. */
const STEP = 100

const posts = ['management', 'professional', 'worker'] as const

/** What is shown of the register. What was typed to find someone stays out of the address: it is a name. */
const useFilters = () => {
  const [query, setQuery] = useSearchParams()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text.trim().toLowerCase())
  const post = query.get('post') ?? ''
  const withFormer = query.get('former') === 'true'
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(query)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setQuery(next, { replace: true })
  }
  return {
    text,
    setText,
    post,
    withFormer,
    set,
    clear: () => {
      setText('')
      const next = new URLSearchParams(query)
      next.delete('post')
      next.delete('former')
      setQuery(next, { replace: true })
    },
    passes: ({ name, staffNo, postType, onRegister }: PersonSummary): boolean =>
      (sought === '' ||
        name.toLowerCase().includes(sought) ||
        (staffNo ?? '').toLowerCase().includes(sought)) &&
      (post === '' || postType === post) &&
      (withFormer || onRegister),
  }
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
  const filters = useFilters()
  const [shown, setShown] = useState(STEP)
  const [exported, setExported] = useState<number>()
  const id = useId()
  const title = (field: string) => fieldName(field, language)
  const save = (persons: readonly PersonSummary[]) => {
    const header = ['staffNo', 'name', 'postType', 'hiredOn', 'leader', 'onRegister'].map(title)
    const rows = persons.map((person) => [
      person.staffNo ?? '',
      person.name,
      term('postType', person.postType, language),
      person.hiredOn,
      yesNo(person.leader, language),
      yesNo(person.onRegister, language),
    ])
    saveText(csvOf([header, ...rows]), fill(say.file, { name }))
    setExported(persons.length)
  }
  return (
    <Answer of={register}>
      {(persons) => {
        const found = persons.filter(filters.passes)
        return (
          <Panel
            title={say.list}
            actions={
              found.length > 0 && (
                <>
                  <span className="quiet" role="status">
                    {exported !== undefined && fill(say.exported, { count: exported })}
                  </span>
                  <Button onClick={() => save(found)}>{say.export}</Button>
                </>
              )
            }
          >
            {persons.length === 0 ? (
              <Empty>{say.none}</Empty>
            ) : (
              <>
                <search className="register-filters">
                  <div className="find">
                    <label htmlFor={`${id}-find`}>{say.find}</label>
                    <Input
                      id={`${id}-find`}
                      type="search"
                      autoComplete="off"
                      value={filters.text}
                      onChange={({ target }) => filters.setText(target.value)}
                    />
                  </div>
                  <div>
                    <label htmlFor={`${id}-post`}>{say.post}</label>
                    <Select
                      id={`${id}-post`}
                      value={filters.post}
                      options={[
                        { value: '', label: say.any },
                        ...posts.map((value) => ({
                          value: value as string,
                          label: term('postType', value, language),
                        })),
                      ]}
                      onChange={(value) => filters.set('post', value)}
                    />
                  </div>
                  <Checkbox
                    checked={filters.withFormer}
                    onChange={({ target }) => filters.set('former', target.checked ? 'true' : '')}
                  >
                    {say.withFormer}
                  </Checkbox>
                </search>
                <p className="quiet" role="status">
                  {fill(say.count, { shown: found.length, all: persons.length })}
                </p>
                {found.length === 0 ? (
                  <Empty action={<Button onClick={filters.clear}>{say.clear}</Button>}>{say.noneFits}</Empty>
                ) : (
                  // biome-ignore lint/a11y/useSemanticElements lint/a11y/noNoninteractiveTabindex: what moves sideways must do so by keyboard too
                  <div className="scroller" role="group" tabIndex={0} aria-label={say.list}>
                    <Table<PersonSummary>
                      rootClassName="list"
                      rowKey="id"
                      size="middle"
                      pagination={false}
                      dataSource={found.slice(0, shown)}
                      columns={[
                        {
                          title: title('name'),
                          key: 'name',
                          render: (_, person) => (
                            <>
                              <Link to={`/persons/${encodeURIComponent(person.id)}`}>{person.name}</Link>
                              {person.leader && <span className="quiet"> {say.leader}</span>}
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
                      ]}
                    />
                  </div>
                )}
                {found.length > shown && (
                  <p className="list-foot">
                    <Button onClick={() => setShown(shown + STEP)}>
                      {fill(say.more, { count: Math.min(STEP, found.length - shown) })}
                    </Button>
                  </p>
                )}
              </>
            )}
          </Panel>
        )
      }}
    </Answer>
  )
}
