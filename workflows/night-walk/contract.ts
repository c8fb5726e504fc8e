import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `night-walk` starts with: the day, `YYYY-MM-DD`, and the shards in groups. */
export const NightWalkInput = z.object({
  day: z.string(),
  groups: z.array(z.array(z.number().int()).readonly()).readonly(),
})
export type NightWalkInput = z.infer<typeof NightWalkInput>

/** The payload of `walk-shards`. */
export const WalkShardsInput = z.object({ day: z.string(), shards: z.array(z.number().int()).readonly() })
export type WalkShardsInput = z.infer<typeof WalkShardsInput>

/** What was found of a shard: no person is named. */
export const ShardRoot = z.object({
  shard: z.number().int(),
  /** Persons whose ledger is sound. */
  persons: z.number().int(),
  /** Persons whose ledger is not. */
  broken: z.number().int(),
  /** SHA-256 over the heads of the sound ledgers, in hexadecimal. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ShardRoot = z.infer<typeof ShardRoot>

/** What `walk-shards` answers and `sign-roots` signs. */
export const ShardRoots = z.object({ day: z.string(), roots: z.array(ShardRoot).readonly() })
export type ShardRoots = z.infer<typeof ShardRoots>

/** What `tell-walk` answers: the shards that have no root of the day. */
export const WalkTold = z.object({ unfinished: z.number().int() })
export type WalkTold = z.infer<typeof WalkTold>

/** One execution a night: a second start does nothing. */
export const nightWalkName = (day: string): string => `night-walk-${day}`

export const nightWalk = {
  name: 'night-walk',
  steps: { WalkShards: 'walk-shards', SignRoots: 'sign-roots', TellWalk: 'tell-walk' },
  errors: [],
  distributed: true,
} as const satisfies WorkflowContract
