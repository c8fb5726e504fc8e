import { complaintTerms } from '../../rules/complaints.ts'
import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { addDays, timestamp, today } from '../platform/clock.ts'
import { resumeMatter } from '../platform/matter-way.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { mailsDue, sendDue } from '../platform/send-kept.ts'
import { type Write, write } from '../platform/table.ts'
import { keepDue } from '../platform/unsent-mail.ts'
import { inputFaults } from '../platform/words.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import type { ComplaintActBody } from './api.ts'
import { type AtDesk, type Changed, complaintAtDesk, isHeadOf } from './at-desk.ts'
import {
  type Complaint,
  type ComplaintEntry,
  changeComplaint,
  entriesOfComplaint,
  isOver,
  keepIdentityUntilTerm,
  readSealed,
} from './complaint.ts'
import { keepFilesUntilTerm } from './complaint-file.ts'
import { complaintWay } from './complaint-way.ts'
import { countClosed, countFaults } from './figures.ts'
import { concerning, movedUp, passOn } from './move-complaint.ts'
import type { SecretHost } from './secrecy.ts'
import { tellBody } from './tell-body.ts'
import { noColleague } from './words.ts'

/** What an act with a complaint needs: it may write to a body, and looks that its letter names no complainant. */
type ComplaintHost = ActingHost & SecretHost

type Refused = 'INPUT_INVALID' | 'NOT_FOUND' | 'NO_BODY_ABOVE' | 'WRONG_STATE'

type Did = Outcome<Changed, Refused>

const said = (after: Complaint, text: string, shown = false): Did => succeed({ after, text, shown })

const unknownColleague = refuse('INPUT_INVALID', {
  errors: [
    {
      pointer: '/colleagueId',
      detail: noColleague,
    },
  ],
})

/** Begins the inquiry: by whoever accepts, with a colleague. */
const accept = (host: ComplaintHost, found: AtDesk, colleague: string | undefined, actor: Actor): Did => {
  const { complaint, seated } = found
  if (complaint.status !== 'received') return refuse('WRONG_STATE')
  const second = seated.find(({ id }) => id === colleague && id !== actor.id)
  if (colleague !== undefined && second === undefined) return unknownColleague
  const inquirers = [actor, ...(second === undefined ? [] : [second])]
  return said(
    {
      ...complaint,
      status: 'inquiry',
      dueOn: addDays(today(host.clock), complaintTerms.inquiryDays),
      inquirers: inquirers.map(({ id, name }) => ({ id, name })),
    },
    '',
    true,
  )
}

/** Another colleague inquires beside whoever names them, or in the absent ones' place where the head does, who may be it. */
const assign = (found: AtDesk, colleague: string, actor: Actor): Did => {
  const { complaint, seated, inquires } = found
  if (complaint.status === 'received') return refuse('WRONG_STATE')
  const one = seated.find(({ id }) => id === colleague && !(inquires && id === actor.id))
  if (one === undefined) return unknownColleague
  const own = complaint.inquirers.filter(({ id }) => inquires && id === actor.id)
  return said({ ...complaint, inquirers: [...own, { id: one.id, name: one.name }] }, one.name)
}

const extend = ({ complaint }: AtDesk, reason: string): Did =>
  complaint.status !== 'inquiry' || complaint.extended
    ? refuse('WRONG_STATE')
    : said(
        { ...complaint, extended: true, dueOn: addDays(complaint.dueOn, complaintTerms.extensionDays) },
        reason,
        true,
      )

const find = (
  host: ComplaintHost,
  { complaint }: AtDesk,
  finding: Complaint['finding'],
  text: string,
): Did =>
  complaint.status !== 'inquiry'
    ? refuse('WRONG_STATE')
    : said(
        {
          ...complaint,
          status: 'found',
          finding,
          dueOn: addWorkingDays(today(host.clock), complaintTerms.reportWorkingDays),
        },
        text,
      )

/** Tells the complainant: the matter is over, and counts in the figures. */
const report = async ({ table, clock }: ComplaintHost, { complaint }: AtDesk, text: string): Promise<Did> => {
  if (complaint.status !== 'found') return refuse('WRONG_STATE')
  const closedOn = today(clock)
  return succeed({
    after: { ...complaint, status: 'closed', closedOn },
    ...{ text, shown: true },
    besides: [
      await countClosed(table, complaint, closedOn),
      ...(await countFaults(table, complaint, closedOn)),
    ],
  })
}

/** From the end of a matter on, however it ended, the time of its identity and of its files runs. */
const keptUntilTerm = async ({ table }: ComplaintHost, { id, closedOn }: Complaint): Promise<Write[]> => {
  if (closedOn === undefined) return []
  const sealed = await readSealed(table, id)
  const files = await keepFilesUntilTerm(table, id, closedOn)
  return sealed === undefined ? files : [...files, keepIdentityUntilTerm(id, sealed, closedOn)]
}

/** A further body or person is concerned: the matter is kept from them, and moves up where it is the desk's own. */
const concern = async (
  host: ComplaintHost,
  { complaint, desk }: AtDesk,
  body: Extract<ComplaintActBody, { act: 'concern' }>,
): Promise<Did> => {
  const named = body.bodyId === undefined ? undefined : await readOrganisation(host.table, body.bodyId)
  if (named === undefined && (body.bodyId !== undefined || body.person === undefined))
    return refuse('INPUT_INVALID', {
      errors: [{ pointer: '/bodyId', detail: inputFaults.organisationUnknown }],
    })
  const wider = concerning(complaint, { body: named, person: body.person }, timestamp(host.clock))
  const moved = await movedUp(host, wider, desk)
  return moved.ok ? said(moved.value, body.reason) : moved
}

const whileOpen = ({ complaint }: AtDesk, text: string, shown = false): Did => said(complaint, text, shown)

const done = (
  host: ComplaintHost,
  found: AtDesk,
  body: ComplaintActBody,
  actor: Actor,
): Did | Promise<Did> => {
  switch (body.act) {
    case 'accept':
      return accept(host, found, body.colleagueId, actor)
    case 'assign':
      return assign(found, body.colleagueId, actor)
    case 'pass_on':
      return passOn(host, found, body)
    case 'note':
    case 'ask_papers':
      return whileOpen(found, body.text)
    case 'message':
      return whileOpen(found, body.text, true)
    case 'concern':
      return concern(host, found, body)
    case 'extend':
      return extend(found, body.reason)
    case 'find':
      return find(host, found, body.finding, body.text)
    case 'measure':
      return found.complaint.finding === undefined
        ? refuse('WRONG_STATE')
        : whileOpen(found, [body.kind, body.reference ?? '', body.text].join('\n'))
    case 'tell_body':
      return tellBody(host, found, body)
    case 'report':
      return report(host, found, body.text)
    case 'take_over': {
      const { above } = found.complaint
      if (above === undefined || found.atDesk) return refuse('WRONG_STATE')
      const { above: _, ...complaint } = found.complaint
      return said({ ...complaint, desk: above, inquirers: [{ id: actor.id, name: actor.name }] }, body.reason)
    }
  }
}

/** Whether somebody may do this now: who inquires alone, once it was accepted; the head names others. */
const mayDo = async (
  host: ComplaintHost,
  found: AtDesk,
  { act }: ComplaintActBody,
  actor: Actor,
): Promise<boolean> => {
  if (isOver(found.complaint)) return false
  if (act === 'take_over') return !found.atDesk
  if (!found.atDesk) return false
  if (found.complaint.status === 'received' || found.inquires) return true
  return act === 'assign' && (await isHeadOf(host, actor, found.desk))
}

/** Whether the same letter was sent to the same body by the same person already: a repeat is no second one. */
const wasSaid = async (
  { table }: ComplaintHost,
  { id }: Complaint,
  { act, text }: Pick<ComplaintEntry, 'act' | 'text'>,
  actor: Actor,
): Promise<boolean> =>
  act === 'tell_body' &&
  (await entriesOfComplaint(table, id)).some(
    (entry) => entry.act === act && entry.by === actor.id && entry.text === text,
  )

/** Does an act with a complaint, on record, and lets its way go on. */
export const actOnComplaint =
  (host: ComplaintHost) =>
  async (
    id: string,
    body: ComplaintActBody,
    actor: Actor,
  ): Promise<Outcome<{ id: string; status: Complaint['status'] }, Refused>> => {
    const acted = await retryOnConflict(async () => {
      const found = await complaintAtDesk(host, id, actor)
      if (found === undefined) return refuse('NOT_FOUND')
      if (!(await mayDo(host, found, body, actor))) return refuse('WRONG_STATE')
      const outcome = await done(host, found, body, actor)
      if (!outcome.ok) return outcome
      const { after, text, shown, besides = [], mails = [] } = outcome.value
      if (await wasSaid(host, found.complaint, { act: body.act, text }, actor))
        return succeed({ complaint: found.complaint, goesOn: false, due: [] })
      const at = timestamp(host.clock)
      const due = mailsDue(mails, at)
      const entry: ComplaintEntry = { at, by: actor.id, byName: actor.name, act: body.act, text, shown }
      // The machine waits for the next stage, another desk or another day: it hears of it.
      const before = found.complaint
      const goesOn =
        after.status !== before.status || after.dueOn !== before.dueOn || after.desk.id !== before.desk.id
      const next = goesOn ? { ...after, awaiting: at } : after
      await write(host.table, [
        ...changeComplaint(before, next, [entry]),
        ...besides,
        ...(await keptUntilTerm(host, next)),
        ...keepDue(due),
      ])
      return succeed({ complaint: next, goesOn, due })
    })
    if (!acted.ok) return acted
    const { complaint, goesOn, due } = acted.value
    await sendDue(host, due)
    if (goesOn) await resumeMatter(complaintWay, host, complaint)
    return succeed({ id, status: complaint.status })
  }
