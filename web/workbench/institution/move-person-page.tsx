import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Organisation, Person } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { seatsOf, useMe, yearOf } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { InstitutionPicker, type PickedInstitution } from '../parts/institution-picker.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { RequestStatus } from '../parts/request-status.tsx'
import { Unread } from '../parts/unread.tsx'
import { ledgerQuery } from '../person/ledger-query.ts'
import { personQuery } from '../person/person-queries.ts'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from '../registers/done.tsx'
import styles from './institution.module.css'
import { useOrganisation } from './institution.ts'
import { MoveFollows } from './move-follows.tsx'
import { ReleaseState } from './release-state.tsx'
import { TransferForm } from './transfer-form.tsx'
import { useChangePerson } from './use-change-person.ts'

const words = {
  zh: {
    title: '调出',
    lead: '{name}现在{from}。{from}同意调出后，由接收单位办理接收；两个单位共同的上级人事综合管理部门可以直接调动。',
    where: '接收单位',
    open: '没有办结的申请',
    openText: '有 {count} 件申请还没有办结，不随人转。可以办完再调出。',
    release: '同意调出',
    releaseTitle: '同意{name}调往{to}',
    hint: '写明依据，例如商调函的文号。理由保存在变更记录里，本人和接收单位以后能看到。',
    released: '已同意{name}调往{to}',
    transfer: '调动{name}',
    transferTitle: '把{name}调到{to}',
    forbidden: '您不能办理这名人员的调出。由其所在单位的其他登记人员，或上级人事综合管理部门办理。',
  },
  en: {
    title: 'Move to another institution',
    lead: '{name} is at {from} now. Once released by it, a person is taken over by the other institution; a personnel authority above both moves them at once.',
    where: 'Receiving institution',
    open: 'Requests under way',
    openText:
      '{count} {count|request|requests} under way, which will not move along. The move may wait until all is decided.',
    release: 'Release',
    releaseTitle: 'Release {name} to {to}',
    hint: 'Say on what it rests, such as a letter and its number. It is kept with the change; the person and, later, the other institution can read it.',
    released: '{name} is released to {to}',
    transfer: 'Move {name}',
    transferTitle: 'Move {name} to {to}',
    forbidden:
      'You may not move this person. A colleague at their institution’s desk, or the authority above, may.',
  },
} as const

/** The person's open requests, which stay at their desks and may be a reason to wait. */
const OpenRequests = ({ staffId }: { readonly staffId: string }) => {
  const { say, language } = useSay(words)
  const asked = useQuery(ledgerQuery(staffId, yearOf(useMe())))
  const open = asked.data?.open ?? []
  if (open.length === 0) return <Unread of={asked} what={say.open} />
  return (
    <Panel title={say.open}>
      <p>{fill(say.openText, { count: open.length })}</p>
      <ul className={styles.follows}>
        {open.map(({ id, type, title, status }) => (
          <li key={id}>
            <Link to={`/request/${id}`}>{title || term('type', type, language)}</Link>{' '}
            <RequestStatus status={status} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Release = ({ person, to }: { readonly person: Person; readonly to: PickedInstitution }) => {
  const { say } = useSay(words)
  const changePerson = useChangePerson()
  const goTo = useDoneAt()
  const { id, name, institution, version } = person
  return (
    <Panel title={say.release}>
      <Confirm
        label={say.release}
        title={fill(say.releaseTitle, { name, to: to.name })}
        follows={<MoveFollows of="release" name={name} from={institution.name} to={to.name} />}
        reason={{ hint: say.hint, required: true }}
        act={async (reason) => {
          await changePerson(id, { version, reason, releasedTo: to.id })
          goTo(`/persons/${encodeURIComponent(id)}`, fill(say.released, { name, to: to.name }))
        }}
      />
    </Panel>
  )
}

const Transfer = ({ person, to }: { readonly person: Person; readonly to: PickedInstitution }) => {
  const { say } = useSay(words)
  const { name, institution } = person
  return (
    <Panel title={fill(say.transferTitle, { name, to: to.name })}>
      <MoveFollows of="transfer" name={name} from={institution.name} to={to.name} />
      <TransferForm person={person} to={to} submit={fill(say.transfer, { name })} />
    </Panel>
  )
}

interface MoveProps {
  readonly person: Person
  /** Where the person works now. */
  readonly from: Organisation
}

/** Chooses the institution, then the act: a transfer at once, or a release. */
const Move = ({ person, from }: MoveProps) => {
  const { say } = useSay(words)
  const me = useMe()
  const [to, setTo] = useState<PickedInstitution>()
  const above = new Set(from.overseers.map(({ id }) => id))
  const isAboveBoth = seatsOf(me, 'authority').some(
    ({ organisation }) => above.has(organisation.id) && to?.below.includes(organisation.id),
  )
  return (
    <>
      <Panel title={say.where}>
        <InstitutionPicker
          label={say.where}
          authorities={from.overseers.filter(({ kind }) => kind === 'authority').toReversed()}
          except={from.id}
          value={to}
          onChange={setTo}
        />
      </Panel>
      <OpenRequests staffId={person.id} />
      {to &&
        (isAboveBoth ? (
          <Transfer key={to.id} person={person} to={to} />
        ) : (
          <Release key={to.id} person={person} to={to} />
        ))}
    </>
  )
}

const OfPerson = ({ person }: { readonly person: Person }) => {
  const { say } = useSay(words)
  const { name, institution, mayChange, releasedTo } = person
  const from = useOrganisation(mayChange ? institution.id : undefined)
  return (
    <>
      <PageHead
        title={say.title}
        back={{ to: `/persons/${encodeURIComponent(person.id)}`, label: name }}
        lead={<p>{fill(say.lead, { name, from: institution.name })}</p>}
      />
      {!mayChange ? (
        <Empty>{say.forbidden}</Empty>
      ) : releasedTo !== null ? (
        <ReleaseState of={person} />
      ) : (
        <Answer of={from}>{(found) => <Move person={person} from={found} />}</Answer>
      )}
    </>
  )
}

/** Releases a person to another institution, or moves them there at once. */
export const MovePersonPage = () => {
  const { id = '' } = useParams()
  const person = useQuery({ ...personQuery(id), refetchOnWindowFocus: false })
  return <Answer of={person}>{(found) => <OfPerson key={id} person={found} />}</Answer>
}
