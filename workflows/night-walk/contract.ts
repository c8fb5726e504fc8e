import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `night-walk` starts with: the day, `YYYY-MM-DD`, and the shards to walk. */
export const NightWalkInput = z.object({ day: z.string(), shards: z.array(z.number().int()).readonly() })
export type NightWalkInput = z.infer<typeof NightWalkInput>

/** The payload of `walk-shard`. */
export const WalkShardInput = z.object({ day: z.string(), shard: z.number().int() })
export type WalkShardInput = z.infer<typeof WalkShardInput>

/** What `walk-shard` answers and `sign-root` signs: no person is named. */
export const ShardRoot = WalkShardInput.extend({
  /** Persons whose ledger is sound. */
  persons: z.number().int(),
  /** Persons whose ledger is not. */
  broken: z.number().int(),
  /** SHA-256 over the heads of the sound ledgers, in hexadecimal. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ShardRoot = z.infer<typeof ShardRoot>

/** What `tell-walk` answers: the shards that have no root of the day. */
export const WalkTold = z.object({ unfinished: z.number().int() })
export type WalkTold = z.infer<typeof WalkTold>

/** One execution a night: a second start does nothing. */
export const nightWalkName = (day: string): string => `night-walk-${day}`

export const nightWalk = {
  name: 'night-walk',
  steps: { WalkShard: 'walk-shard', SignRoot: 'sign-root', TellWalk: 'tell-walk' },
  errors: [],
  distributed: true,
} as const satisfies WorkflowContract
