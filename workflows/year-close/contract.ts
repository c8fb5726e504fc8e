import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `year-close` starts with. A rehearsal runs the same states and is stored apart. */
export const YearCloseInput = z.object({
  year: z.number().int(),
  mode: z.enum(['close', 'rehearsal']),
  run: z.number().int(),
})
export type YearCloseInput = z.infer<typeof YearCloseInput>

/** The payload of `assess-page`; the shard's tally says where its next page begins. */
export const ShardInput = YearCloseInput.extend({ shard: z.number().int() })
export type ShardInput = z.infer<typeof ShardInput>

/** What `freeze-year` answers. */
export const Frozen = YearCloseInput.extend({
  /** Seconds until the year is over and the indexes show what was written before the freeze. */
  waitSeconds: z.number(),
})
export type Frozen = z.infer<typeof Frozen>

/** What `list-shards` answers: those that are to be assessed. */
export const Listed = z.object({ shards: z.array(z.number().int()).readonly() })
export type Listed = z.infer<typeof Listed>

/** What `assess-page` answers: whether the shard has been assessed to its end. */
export const ShardProgress = ShardInput.extend({ finished: z.boolean() })
export type ShardProgress = z.infer<typeof ShardProgress>

/** What `sum-up-year` answers: how many shards could not be finished. */
export const SummedUp = z.object({ unfinished: z.number().int() })
export type SummedUp = z.infer<typeof SummedUp>

export const yearClose = {
  name: 'year-close',
  steps: {
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
