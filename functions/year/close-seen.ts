import type { EditionOf } from '../../rules/edition.ts'
import type { ShardInput } from '../../workflows/year-close/contract.ts'
import type { Standing } from '../staff/standing.ts'
import type { OpenClaim } from './close-open-claims.ts'
import type { Finding } from './result.ts'

/** What a page knows of a person. */
export interface Seen {
  readonly standing: Standing
  readonly finding: Finding | null
  /** Whether they are complete without the certificate for it. */
  readonly uncertified: boolean
}

/** A page of a shard's persons, assessed. */
export interface SeenPage {
  readonly input: ShardInput
  readonly asOf: string
  readonly editionOf: EditionOf
  readonly seen: readonly Seen[]
  readonly claims: readonly OpenClaim[]
}
