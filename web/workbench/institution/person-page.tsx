import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { Person } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { withQuery } from '../../shared/with-query.ts'
import { has, seatsOf, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { SaveButton } from '../parts/save-button.tsx'
import { Undrawable } from '../parts/undrawable.tsx'
import { AddressYearPicker, useYear } from '../parts/year-picker.tsx'
import { Eligibility } from '../person/eligibility.tsx'
import { Credits } from '../person/ledger-credits.tsx'
import { ledgerQuery } from '../person/ledger-query.ts'
import { ObligationMark, OtherObligations, Ways, YearFigures } from '../person/ledger-year.tsx'
import { eligibilityQuery, personQuery } from '../person/person-queries.ts'
import { saveLedger } from '../person/save-ledger.ts'
import { SuspendedHours } from '../person/suspended-hours.tsx'
import { Violations } from '../person/violations.tsx'
import { fill, useSay } from '../preferences.tsx'
import { Done } from '../registers/done.tsx'
import './institution.module.css'
import { Justified } from './justified.tsx'
import { PersonCertificates } from './person-certificates.tsx'
import { PersonChanges } from './person-changes.tsx'
import { PersonEntries } from './person-entries.tsx'
import { PersonRecord } from './person-record.tsx'
import { ReleaseState } from './release-state.tsx'

const words = {
  zh: {
    back: '人员名册',
    trainings: '培训档案',
    print: '打印档案',
    paper: '台账 PDF',
    record: '登记信息',
    change: '修改',
    move: '调出',
    leave: '办理离册',
    merge: '合并重复档案',
    closed: '这份档案已并入另一份，不再变动。',
    survivor: '查看保留的档案',
    account: '账号',
    invite: '邀请开通账号',
    year: '{year} 年度培训',
    credits: '{year} 年度记入台账的学时',
    eligibility: '业务办理资格（{year} 年度）',
    certificates: '合格证书',
    changes: '登记信息的变更记录',
    entries: '台账原始记录',
    file: '代为申报',
    recognition: '申报学时',
    postChange: '备案岗位变动',
    deemed: '申请视同完成',
    delay: '申请延迟补训',
    justified: '说明正当理由',
    recordChange: '变更人员信息',
  },
  en: {
    back: 'Staff register',
    print: 'Print the archive',
    paper: 'Ledger as PDF',
    record: 'On record',
    change: 'Change',
    move: 'Move to another institution',
    leave: 'Leaves the register',
    merge: 'Merge another record',
    closed: 'This record was merged into another and changes no more.',
    survivor: 'See the record that stays',
    account: 'Account',
    invite: 'Invite to an account',
    year: 'Training of {year}',
    credits: 'Hours entered in {year}',
    eligibility: 'Eligibility ({year})',
    certificates: 'Certificates',
    changes: 'Changes of the record',
    entries: 'Ledger as it was written',
    file: 'File for this person',
    recognition: 'File hours',
    postChange: 'File a change of post',
    trainings: 'Training archive',
    deemed: 'Apply for a deemed year',
    delay: 'Apply for a make-up delay',
    justified: 'Give a justified reason',
    recordChange: 'Change the record',
  },
} as const

const requests = [
  ['recognition', 'recognition'],
  ['post-change', 'postChange'],
  ['deemed', 'deemed'],
  ['make-up-delay', 'delay'],
  ['justified-reason', 'justified'],
  ['record-change', 'recordChange'],
] as const

/** Where it is entered that someone leaves: an institution files it with a document, an authority changes the record. */
const leavingPath = (id: string, files: boolean): string =>
  files
    ? withQuery('/requests/new/record-change', { staff: id, fact: 'register' })
    : `/persons/${encodeURIComponent(id)}/change`

/** What the institution's registrar can file for a person. */
const Filing = ({ person }: { readonly person: Person }) => {
  const { say } = useSay(words)
  return (
    <div className="screen-only">
      <Panel title={say.file}>
        <div className="actions">
          {requests.map(([type, label]) => (
            <Link key={type} className="button" to={withQuery(`/requests/new/${type}`, { staff: person.id })}>
              {say[label]}
            </Link>
          ))}
        </div>
      </Panel>
    </div>
  )
}

const OfYear = ({ person, year }: { readonly person: Person; readonly year: number }) => {
  const { say } = useSay(words)
  const ledger = useQuery(ledgerQuery(person.id, year))
  const eligibility = useQuery(eligibilityQuery(person.id, year))
  return (
    <>
      <Answer of={ledger}>
        {(data) => {
          const { annual } = data.assessment
          return (
            <>
              <Panel title={fill(say.year, { year })} actions={<ObligationMark status={annual.status} />}>
                <YearFigures assessment={data.assessment} />
                <SuspendedHours of={data.suspended} />
                <OtherObligations assessment={data.assessment} />
                <Ways assessment={data.assessment} />
                <Justified person={person} year={year} status={annual.status} />
              </Panel>
              <Panel title={fill(say.credits, { year })}>
                <Credits ledger={data} year={year} />
              </Panel>
            </>
          )
        }}
      </Answer>
      <Panel title={fill(say.eligibility, { year })}>
        <Answer of={eligibility}>{(items) => <Eligibility of={items} />}</Answer>
      </Panel>
    </>
  )
}

const Whole = ({ person }: { readonly person: Person }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const year = useYear()
  const { id, name, institution, mayChange } = person
  const mayFile = seatsOf(me, 'institution').some(({ organisation }) => organisation.id === institution.id)
  const isSelf = me.staffId === id
  const hasRegister = has(me, 'institution', 'department', 'authority', 'auditor')
  return (
    <>
      <PageHead
        title={name}
        {...(hasRegister && {
          back: { to: withQuery('/persons', { institution: institution.id }), label: say.back },
        })}
        lead={
          <p>
            {institution.name} · {term('postType', person.postType, language)}
          </p>
        }
        actions={
          <>
            <AddressYearPicker />
            <Link className="button" to={withQuery(`/persons/${encodeURIComponent(id)}/trainings`, { year })}>
              {say.trainings}
            </Link>
            <button type="button" onClick={() => window.print()}>
              {say.print}
            </button>
            <SaveButton label={say.paper} save={() => saveLedger(id, year)} />
          </>
        }
      />
      <Done />
      {person.mergedInto !== null && (
        <Notice
          tone="wait"
          title={say.closed}
          actions={
            <Link className="button" to={`/persons/${encodeURIComponent(person.mergedInto)}`}>
              {say.survivor}
            </Link>
          }
        />
      )}
      <ReleaseState of={person} />
      <Panel
        title={say.record}
        actions={
          mayChange && (
            <>
              <Link to={`/persons/${encodeURIComponent(id)}/change`}>{say.change}</Link>
              {person.accountId !== null ? (
                <Link to={`/accounts/${encodeURIComponent(person.accountId)}`}>{say.account}</Link>
              ) : (
                person.onRegister && (
                  <Link to={withQuery('/accounts/new', { organisation: institution.id, staff: id })}>
                    {say.invite}
                  </Link>
                )
              )}
              {person.releasedTo === null && (
                <Link to={`/persons/${encodeURIComponent(id)}/move`}>{say.move}</Link>
              )}
              {person.onRegister && <Link to={leavingPath(person.id, mayFile)}>{say.leave}</Link>}
              {has(me, 'authority') && (
                <Link to={`/persons/${encodeURIComponent(id)}/merge`}>{say.merge}</Link>
              )}
            </>
          )
        }
      >
        {mayChange && <Undrawable of={person.undrawable} />}
        <PersonRecord of={person} />
      </Panel>
      <Violations staffId={id} />
      {mayFile && !isSelf && <Filing person={person} />}
      <OfYear person={person} year={year} />
      <Panel title={say.certificates}>
        <PersonCertificates staffId={id} />
      </Panel>
      <Panel title={say.changes}>
        <PersonChanges of={person} />
      </Panel>
      <Panel title={say.entries}>
        <PersonEntries of={person} />
      </Panel>
    </>
  )
}

/** A person's archive: the record, the year's training and what follows from it, and how it all came to be. */
export const PersonPage = () => {
  const { id = '' } = useParams()
  const person = useQuery(personQuery(id))
  return <Answer of={person}>{(found) => <Whole key={id} person={found} />}</Answer>
}
