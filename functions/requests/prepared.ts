import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { Clock } from '../platform/clock.ts'
import type { RequestId } from '../platform/ids.ts'
import type { Outcome, RefusalCode } from '../platform/refusals.ts'
import type { Table, Write } from '../platform/table.ts'
import type { Flag } from './flag.ts'
import type { Request } from './request.ts'

/** What a request is about, without what every request has: who filed it when, and how far it has come. */
type Matter<R> = R extends Request
  ? Omit<
      R,
      | 'id'
      | 'institutionId'
      | 'submittedBy'
      | 'submittedAt'
      | 'status'
      | 'round'
      | 'fingerprints'
      | 'notices'
      | 'bodyHash'
      | 'ownFiling'
      | 'awaitingSince'
      | 'acts'
      | 'version'
    >
  : never

/** A request that may be filed. */
export interface Prepared {
  readonly institution: Organisation
  readonly matter: Matter<Request>
  /** Fingerprints of what only one request may hold: its proofs, a year, a decision. */
  readonly fingerprints: readonly string[]
  /** Warnings for the desks; none of them is a refusal. */
  readonly notices?: readonly Flag[]
  /** What is written with it, in one transaction. */
  readonly writes: readonly Write[]
}

/** Who files what, as which request and round. */
export interface Filing {
  readonly actor: Actor
  readonly requestId: RequestId
  readonly round: number
}

/** What a request is judged on: what stands on record, and the day. */
export interface JudgedOn {
  readonly table: Table
  readonly clock: Clock
}

/** Judges a request before it is filed: who files it, and what the rules say to it. Nothing is written. */
export type Prepare<Body, Code extends RefusalCode> = (
  on: JudgedOn,
  body: Body,
  filing: Filing,
) => Promise<Outcome<Prepared, Code>>
