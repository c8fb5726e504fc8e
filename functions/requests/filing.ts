import { providerKey } from '../../rules/providers.ts'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { hasSeatAt, oversees } from '../organisations/visibility.ts'
import type { RequestId, StaffId } from '../platform/ids.ts'
import { type FieldFault, type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { readProviders } from '../registers/provider.ts'
import { readStaff } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import {
  certificateFingerprint,
  type Evidence,
  type ProofHolder,
  readEvidenceList,
  readProofs,
} from './evidence.ts'

/** Whom a request is about, and the institution that it is filed through. */
export interface Filed {
  readonly staff: StaffRecord
  readonly institution: Organisation
}

const notFor = (zh: string, en: string): Refusal<'NOT_ALLOWED'> =>
  refuse('NOT_ALLOWED', { errors: [{ pointer: '/staffId', detail: { zh, en } }] })

/**
 * Finds the person for whom someone files: themselves or, at their institution's desk, one of its people (Art. 34).
 * What the institution alone files (a post change) is not filed by the person, and nothing at one that is being merged.
 */
export const findFiled = async (
  table: Table,
  staffId: StaffId,
  actor: Actor,
  by: 'person or institution' | 'institution' = 'person or institution',
): Promise<Outcome<Filed, 'NOT_ALLOWED' | 'NOT_FOUND'>> => {
  const record = await readStaff(table, staffId)
  // Nobody files for a record that was merged into another.
  const staff = record?.person.mergedInto === undefined ? record : undefined
  const registers = staff !== undefined && hasSeatAt(actor, staff.person.institutionId, 'institution')
  const own = staff !== undefined && actor.staffId === staff.person.id
  // One answer for an unknown person and for one elsewhere, so that nobody learns which it is.
  if (by === 'institution' && !registers)
    return notFor('岗位变动由所在单位报备。', 'A post change is filed by the institution.')
  if (staff === undefined || !(own || registers))
    return notFor('只能为本人，或为本单位人员申报。', 'File for yourself, or for people of your institution.')
  const institution = await readOrganisation(table, staff.person.institutionId)
  if (institution === undefined) return refuse('NOT_FOUND')
  // Its desk is about to end, and with it whatever would lie there (Art. 35).
  if (institution.closed !== undefined)
    return notFor(
      '所在单位正在并入另一个单位。人员转入以后（一般几分钟）再申报；长时间没有转入的，请联系主管部门。',
      'The institution is being merged into another one. File once the person has been carried there, in some minutes as a rule; if that takes long, ask the authority above.',
    )
  return succeed({ staff, institution })
}

/** The files that a request names in a field, and a fault for each that is not the filer's own or has not arrived. */
export const findEvidence = async (
  table: Table,
  ids: readonly string[],
  actor: Actor,
  field: 'evidence' | 'supporting' | 'papers' = 'evidence',
): Promise<{ evidence: Evidence[]; faults: FieldFault[] }> => {
  const evidence = (await readEvidenceList(table, [...new Set(ids)])).filter(
    ({ uploadedBy, state }) => uploadedBy === actor.id && state === 'kept',
  )
  const faults = ids.flatMap((id, index) =>
    evidence.some((one) => one.id === id)
      ? []
      : [
          {
            pointer: `/${field}/${index}`,
            detail: {
              zh: '没有找到您上传的这份材料，请重新上传。',
              en: 'No such file of yours. Upload it again.',
            },
          },
        ],
  )
  return { evidence, faults }
}

/** What only one request may hold, as a fingerprint, and the body's field that it comes from. */
export interface Proof {
  readonly fingerprint: string
  readonly pointer: string
}

/** The proofs of an achievement: its files, and the number of its certificate (Art. 40). */
export const proofsOf = (
  {
    evidence,
    provider,
    certificateNo,
  }: {
    readonly evidence: readonly string[]
    readonly provider?: string | undefined
    readonly certificateNo?: string | undefined
  },
  found: readonly Evidence[],
  issuers: readonly string[] = provider === undefined ? [] : [provider],
): Proof[] => [
  ...evidence.flatMap((id, index) => {
    const sha256 = found.find((one) => one.id === id)?.sha256
    return sha256 === undefined ? [] : [{ fingerprint: sha256, pointer: `/evidence/${index}` }]
  }),
  ...(certificateNo === undefined
    ? []
    : issuers.map((issuer) => ({
        fingerprint: certificateFingerprint(issuer, certificateNo),
        pointer: '/certificateNo',
      }))),
]

/**
 * The names of whoever issued a certificate: a provider on the region's list and its aliases are one issuer (Art. 40),
 * whichever name a claim of before had.
 */
export const issuersOf = async (
  table: Table,
  {
    provider,
    certificateNo,
  }: { readonly provider?: string | undefined; readonly certificateNo?: string | undefined },
): Promise<readonly string[]> => {
  if (provider === undefined || certificateNo === undefined) return []
  const asked = providerKey(provider)
  const listed = (await readProviders(table)).filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => providerKey(one) === asked),
  )
  return [...new Set([provider, ...listed.flatMap(({ name, aliases }) => [name, ...aliases])])]
}

/** The holders of proofs that another request holds already. */
export const takenBy = async (
  table: Table,
  proofs: readonly Proof[],
  requestId: RequestId,
): Promise<ProofHolder[]> =>
  (
    await readProofs(
      table,
      proofs.map(({ fingerprint }) => fingerprint),
    )
  ).filter((holder) => holder.requestId !== requestId)

/** The fields that proofs come from, each once: one number is a proof under every name of its issuer. */
const pointersOf = (proofs: readonly Proof[]): string[] => [...new Set(proofs.map(({ pointer }) => pointer))]

/** Says which proof serves another claim already, and which one to whoever may see it (Art. 40). */
export const proofRefusal = async (
  table: Table,
  staffId: StaffId | undefined,
  proofs: readonly Proof[],
  requestId: RequestId,
  actor: Actor,
): Promise<Refusal<'EVIDENCE_ALREADY_USED'> | undefined> => {
  const taken = await takenBy(table, proofs, requestId)
  const [first] = taken
  if (first === undefined) return undefined
  const institution = await readOrganisation(table, first.institutionId)
  const maySee =
    first.staffId === staffId ||
    first.staffId === actor.staffId ||
    (institution !== undefined && oversees(actor, institution))
  return refuse('EVIDENCE_ALREADY_USED', {
    article: '40',
    errors: pointersOf(
      proofs.filter(({ fingerprint }) => taken.some((holder) => holder.fingerprint === fingerprint)),
    ).map((pointer) => ({
      pointer,
      detail: { zh: '该材料已用于另一份申请。', en: 'This proof serves another claim.' },
    })),
    ...(maySee ? { details: { usedBy: { requestId: first.requestId, claimedOn: first.claimedOn } } } : {}),
  })
}
