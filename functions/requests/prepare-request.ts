import { type FieldFault, type Outcome, type RefusalCode, refuse, succeed } from '../platform/refusals.ts'
import { findEvidence } from './filing.ts'
import { prepareClaim } from './prepare-claim.ts'
import { prepareDeemed } from './prepare-deemed.ts'
import { prepareDelay } from './prepare-delay.ts'
import { prepareJustified } from './prepare-justified.ts'
import { prepareObjection } from './prepare-objection.ts'
import { preparePostChange } from './prepare-post-change.ts'
import { prepareRecordChange } from './prepare-record-change.ts'
import type { Filing, JudgedOn, Prepare, Prepared } from './prepared.ts'
import type { Submission } from './submissions.ts'

const judge = (deps: JudgedOn, body: Submission, filing: Filing) => {
  switch (body.type) {
    case 'recognition':
      return prepareClaim(deps, body, filing)
    case 'make_up_delay':
      return prepareDelay(deps, body, filing)
    case 'post_change':
      return preparePostChange(deps, body, filing)
    case 'deemed':
      return prepareDeemed(deps, body, filing)
    case 'record_change':
      return prepareRecordChange(deps, body, filing)
    case 'justified_reason':
      return prepareJustified(deps, body, filing)
    case 'objection':
      return prepareObjection(deps, body, filing)
  }
}

/** What a request was judged to be, with further faults of its fields: every fault is told at once. */
const withFaults = <Code extends RefusalCode>(
  prepared: Outcome<Prepared, Code>,
  faults: readonly FieldFault[],
): Outcome<Prepared, Code | 'INPUT_INVALID'> => {
  if (faults.length === 0 || !(prepared.ok || prepared.code === 'INPUT_INVALID')) return prepared
  return refuse('INPUT_INVALID', { errors: [...(prepared.ok ? [] : (prepared.errors ?? [])), ...faults] })
}

/** What a body names: proofs of its person, and papers that may recur. */
interface Named {
  readonly evidence: readonly string[]
  readonly supporting?: readonly string[] | undefined
}

/** A file is either a proof of this person or a paper that may recur (Art. 40). */
const namedTwice = ({ evidence, supporting = [] }: Named): FieldFault[] =>
  supporting.flatMap((id, place) =>
    evidence.includes(id)
      ? [
          {
            pointer: `/supporting/${place}`,
            detail: {
              zh: '这份材料已作为本人的证明材料，不必重复。',
              en: 'This file stands among the proofs already.',
            },
          },
        ]
      : [],
  )

/**
 * Judges a request by its own rules, and the papers that support it: they are kept with it and taken by nobody, for a
 * notice or a timetable may serve the next claim as well (Art. 40).
 */
const withPapers =
  <Body extends Named, Code extends RefusalCode>(prepare: Prepare<Body, Code>) =>
  async (deps: JudgedOn, body: Body, filing: Filing): Promise<Outcome<Prepared, Code | 'INPUT_INVALID'>> => {
    const { supporting = [] } = body
    const { faults } = await findEvidence(deps.table, supporting, filing.actor, 'supporting')
    const prepared = withFaults(await prepare(deps, body, filing), [...namedTwice(body), ...faults])
    return prepared.ok && supporting.length > 0
      ? succeed({ ...prepared.value, matter: { ...prepared.value.matter, supporting: [...supporting] } })
      : prepared
  }

/** Judges what people submit, each type by its own rules, with the papers that support it. */
export const prepareRequest = withPapers(judge)

/** The same of an objection alone, as `POST /objections` takes it. */
export const prepareObjecting = withPapers(prepareObjection)

/**
 * A paper that may recur is no proof (Art. 40): a claim that names such papers needs a proof of its person besides, a file or
 * the number of a certificate and who issued it. One without any paper is taken, and its desks are told `NO_PROOF`.
 */
const unproven = (body: Submission): FieldFault[] =>
  body.type === 'recognition' &&
  body.evidence.length === 0 &&
  (body.supporting ?? []).length > 0 &&
  (body.provider === undefined || body.certificateNo === undefined)
    ? [
        {
          pointer: '/evidence',
          detail: {
            zh: '辅助材料不是本人的证明（第40条）：请另外上传至少一份本人的证明材料，或者写明举办机构和结业证书编号。',
            en: 'Papers that may recur prove nothing of anybody (Art. 40): upload a proof of your own besides, or name the provider and the number of the certificate.',
          },
        },
      ]
    : []

/** Judges what people send: as `prepareRequest`, and a claim with papers but no proof is refused. */
export const prepareSent = async (deps: JudgedOn, body: Submission, filing: Filing) =>
  withFaults(await prepareRequest(deps, body, filing), unproven(body))
