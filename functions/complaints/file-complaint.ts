import { complaintTerms } from '../../rules/complaints.ts'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { timestamp } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { sha256 } from '../platform/identifiers.ts'
import { startMatter } from '../platform/matter-way.ts'
import { type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import type { ComplaintBody, ComplaintEntryBody, ComplaintReceipt } from './api.ts'
import { solvedNonce } from './challenge.ts'
import { type Complaint, changeComplaint, newComplaint, readComplaint } from './complaint.ts'
import { complaintWay } from './complaint-way.ts'
import { deskFor, officesAbove } from './desk-above.ts'
import { isOfficeAlone, isOfficeNamedIn } from './office-named.ts'
import { codeAndKey, macOf, type SecretHost, sealIdentity, secretText } from './secrecy.ts'
import { type ComplaintSettings, readComplaintSettings } from './settings.ts'
import type { ComplaintChannel } from './terms.ts'

export type FilingHost = DecidingHost & SecretHost

interface Filed extends Omit<ComplaintEntryBody, 'channel'> {
  readonly channel: ComplaintChannel
}

/** The city that a body belongs to, for the figures; the region's own bodies count as the region's. */
const cityOf = async (table: Table, body: Organisation | undefined, settings: ComplaintSettings) => {
  const above = body === undefined ? [] : await readOrganisations(table, [body.id, ...body.overseers])
  const city = above.find(({ kind, level }) => kind === 'authority' && level === 'city')
  const found = city ?? (await readOrganisation(table, settings.regionId))
  return { id: found?.id ?? settings.regionId, name: found?.name ?? settings.regionId }
}

/** A text as its writer meant it: a code in capitals, with spaces or hyphens, is the same code. */
export const spelt = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toLowerCase()
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')

const receiptOf = async (
  host: SecretHost,
  seed: string,
  { desk, dueOn }: Pick<Complaint, 'desk' | 'dueOn'>,
): Promise<ComplaintReceipt> => ({
  ...(await codeAndKey(host, seed)),
  desk: desk.name,
  dueOn,
})

const bodyUnknown: Refusal<'INPUT_INVALID'> = refuse('INPUT_INVALID', {
  errors: [{ pointer: '/bodyId', detail: inputFaults.organisationUnknown }],
})

/**
 * The bodies that a complaint is about: the one that was chosen, and of the offices above it those that are named in what
 * was written of the body, or alone among the persons, for one of them would have the complaint otherwise.
 */
const bodiesOf = async (
  table: Table,
  body: Organisation | undefined,
  { described, persons }: Pick<Complaint, 'described' | 'persons'>,
  settings: ComplaintSettings,
): Promise<Complaint['bodies']> => {
  // The region and the body that it named for itself judge each other's: each may be where the complaint goes.
  const { regionId, aboveRegionId } = settings
  const ends = await readOrganisations(table, [
    regionId,
    ...(aboveRegionId === undefined ? [] : [aboveRegionId]),
  ])
  const above = body === undefined ? [] : await officesAbove(table, body, settings)
  const offices = new Map([...above, ...ends].map((one) => [one.id, one]))
  if (body !== undefined) offices.delete(body.id)
  const inWords = [...offices.values()].filter(
    ({ name }) => isOfficeNamedIn(described, name) || persons.some((one) => isOfficeAlone(one, name)),
  )
  return [...(body === undefined ? [] : [body]), ...inWords].map(({ id, name }) => ({ id, name }))
}

type Refused = 'COMPLAINTS_NOT_OPEN' | 'INPUT_INVALID' | 'NO_BODY_ABOVE'

/**
 * Takes a complaint under a seed that nobody can guess: id, code and key are made of it, so that a call that is
 * repeated finds what is there, and with other words is refused as `reused`. The desk is the one above whom it is about.
 */
const take = <R extends 'CHALLENGE_USED' | 'KEY_REUSED'>(
  reused: R,
  host: FilingHost,
  filed: Filed,
  seed: string,
  by: { readonly id: string; readonly name: string },
): Promise<Outcome<ComplaintReceipt, Refused | R>> =>
  retryOnConflict(async () => {
    const { table, clock } = host
    const settings = await readComplaintSettings(table)
    if (settings === undefined) return refuse('COMPLAINTS_NOT_OPEN', { article: '36' })
    const id = await secretText(host, `${seed}\nid`, 16)
    const { bodyId, described, persons, text, complainant, channel } = filed
    const said = JSON.stringify([bodyId ?? '', described, persons, text, complainant ?? null])
    const bodyHash = (await macOf(host, 'code', said)).toString('base64url')
    const known = await readComplaint(table, id)
    if (known !== undefined)
      return known.bodyHash === bodyHash ? succeed(await receiptOf(host, seed, known)) : refuse(reused)
    const body = bodyId === undefined ? undefined : await readOrganisation(table, bodyId)
    if (bodyId !== undefined && body === undefined) return bodyUnknown
    const bodies = await bodiesOf(table, body, filed, settings)
    const at = timestamp(clock)
    const day = at.slice(0, 10)
    const desk = await deskFor(table, { bodies, persons, described }, body, settings, at)
    if (desk === undefined) return refuse('NO_BODY_ABOVE', { article: '36' })
    const dueOn = addWorkingDays(day, complaintTerms.acceptWorkingDays)
    const receipt = await receiptOf(host, seed, { desk, dueOn })
    const complaint: Complaint = {
      ...{ id, code: receipt.code, keyHash: sha256(receipt.key), channel, filedAt: at },
      ...{ bodies, persons, described, text, bodyHash, city: await cityOf(table, body, settings) },
      ...{ status: 'received', desk: { id: desk.id, name: desk.name }, dueOn, extended: false },
      ...{
        inquirers: [],
        named: complainant !== undefined,
        entries: 0,
        awaiting: at,
        attempt: 1,
        version: 1,
      },
    }
    const entry = { at, by: by.id, byName: by.name, act: 'file' as const, text: '', shown: true }
    const identity = complainant && (await sealIdentity(host, id, complainant))
    const [, ...entries] = changeComplaint(complaint, complaint, [entry])
    await write(table, [
      ...newComplaint({ ...complaint, entries: 1 }, sha256(receipt.code), identity),
      ...entries,
    ])
    await startMatter(complaintWay, host, complaint)
    return succeed(receipt)
  })

/** Files a complaint from the public page: by a puzzle that was solved for it. */
export const fileComplaint =
  (host: FilingHost) =>
  async ({
    challenge,
    solution,
    ...filed
  }: ComplaintBody): Promise<Outcome<ComplaintReceipt, Refused | 'CHALLENGE_INVALID' | 'CHALLENGE_USED'>> => {
    const nonce = await solvedNonce(host, { challenge, solution })
    if (nonce === undefined) return refuse('CHALLENGE_INVALID')
    return take('CHALLENGE_USED', host, { ...filed, channel: 'web' }, `web\n${nonce}`, {
      id: 'complainant',
      name: '',
    })
  }

/** A desk enters what came by telephone or letter; the Idempotency-Key names the call or the letter. */
export const enterComplaint =
  (host: FilingHost) =>
  (
    filed: ComplaintEntryBody,
    key: string,
    actor: Actor,
  ): Promise<Outcome<ComplaintReceipt, Refused | 'KEY_REUSED'>> =>
    take('KEY_REUSED', host, filed, `desk\n${actor.id}\n${key}`, { id: actor.id, name: actor.name })
