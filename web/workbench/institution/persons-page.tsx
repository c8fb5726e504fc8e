import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { saveFile } from '../../shared/api/client.ts'
import { withQuery } from '../../shared/with-query.ts'
import { has, seatsOf, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { EarlierYears } from './earlier-years.tsx'
import { useInstitution, useOrganisation } from './institution.ts'
import { InstitutionChoice } from './institution-choice.tsx'
import './institution.module.css'
import { Register } from './register.tsx'
import { ReleasedPanel } from './released-panel.tsx'
import { ResultsOfYear } from './results-of-year.tsx'

const words = {
  zh: {
    title: '人员名册',
    choose: '选择要查看的单位。',
    others: '换一个单位',
    add: '登记人员',
    imports: '批量导入',
    leave: '办理离册',
    file: '导出名册',
    none: '您的账号不能查看单位的人员名册。',
  },
  en: {
    title: 'Staff register',
    choose: 'Choose the institution.',
    others: 'Another institution',
    add: 'Register a person',
    imports: 'Import',
    leave: 'Someone leaves',
    file: 'Export',
    none: 'Your account may not see an institution’s register.',
  },
} as const

const OfInstitution = ({ id }: { readonly id: string }) => {
  const { say } = useSay(words)
  const me = useMe()
  const institution = useOrganisation(id)
  const [error, setError] = useState<unknown>()
  const save = () => {
    setError(undefined)
    const query = { institution: id, format: 'xlsx' } as const
    saveFile('/imports/persons', { query }, 'persons.xlsx').catch(setError)
  }
  const isRegistrar = seatsOf(me, 'institution').some(({ organisation }) => organisation.id === id)
  const keeps = isRegistrar || has(me, 'authority')
  const looksAround = has(me, 'department', 'authority', 'auditor') || seatsOf(me, 'institution').length > 1
  return (
    <Answer of={institution}>
      {({ name, takenOver }) => (
        <>
          <PageHead
            title={say.title}
            {...(looksAround ? { back: { to: '/persons?choose=true', label: say.others } } : {})}
            lead={<p>{name}</p>}
            actions={
              keeps && (
                <>
                  <Button onClick={save}>{say.file}</Button>
                  <Link className="button" to={withQuery('/imports', { institution: id })}>
                    {say.imports}
                  </Link>
                  {isRegistrar && (
                    <Link
                      className="button"
                      to={withQuery('/requests/new/record-change', { fact: 'register' })}
                    >
                      {say.leave}
                    </Link>
                  )}
                  <Link className="button primary" to={withQuery('/persons/new', { institution: id })}>
                    {say.add}
                  </Link>
                </>
              )
            }
          />
          {error !== undefined && <ProblemNotice error={error} again={save} />}
          {keeps && !takenOver && <EarlierYears institution={id} />}
          <ReleasedPanel institution={id} />
          <Register key={id} institution={id} name={name} />
          <ResultsOfYear institution={id} />
        </>
      )}
    </Answer>
  )
}

/** An institution's register; whoever sits above several picks one first. */
export const PersonsPage = () => {
  const { say } = useSay(words)
  const me = useMe()
  const id = useInstitution()
  const [query] = useSearchParams()
  if (!has(me, 'institution', 'department', 'authority', 'auditor'))
    return (
      <>
        <PageHead title={say.title} />
        <Empty>{say.none}</Empty>
      </>
    )
  if (id !== undefined && !query.has('choose')) return <OfInstitution id={id} />
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.choose}</p>} />
      <InstitutionChoice />
    </>
  )
}
