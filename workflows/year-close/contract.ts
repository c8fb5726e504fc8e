import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `year-close` starts with. A rehearsal is the same machine, apart. */
export const YearCloseInput = z.object({
  year: z.number().int(),
  mode: z.enum(['close', 'rehearsal']),
  run: z.number().int(),
})
export type YearCloseInput = z.infer<typeof YearCloseInput>

/** One shard's page, as the shards' executions ask for it. Where it begins, the shard's tally knows. */
export const ShardInput = YearCloseInput.extend({ shard: z.number().int() })
export type ShardInput = z.infer<typeof ShardInput>

/** What `freeze-year` answers. */
export interface Frozen extends YearCloseInput {
  /** Until what was written before the freeze is seen everywhere, and the year is over. */
  readonly waitSeconds: number
}

/** What `list-shards` answers: those that are to be assessed. */
export interface Listed {
  readonly shards: readonly number[]
}

/** What `sum-up-year` answers: how many shards could not be finished. */
export interface SummedUp {
  readonly unfinished: number
}

export const yearClose = {
  name: 'year-close',
  functions: {
    FreezeYear: 'freeze-year',
    ListShards: 'list-shards',
    AssessPage: 'assess-page',
    SumUpYear: 'sum-up-year',
    ReportYear: 'report-year',
    FailYear: 'fail-year',
  },
  errors: [],
  distributed: true,
} as const satisfies WorkflowContract
