import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `daily` starts with. */
export const DailyInput = z.object({ day: z.string() })
export type DailyInput = z.infer<typeof DailyInput>

/** What `notify-due` answers: how many dates it looked after, and whether there are more. */
export const DailyProgress = z.object({ looked: z.number().int(), more: z.boolean() })
export type DailyProgress = z.infer<typeof DailyProgress>

/** One execution a day: a second start does nothing. */
export const dailyName = (day: string): string => `daily-${day}`

export const daily = {
  name: 'daily',
  steps: { NotifyDue: 'notify-due' },
  errors: [],
} as const satisfies WorkflowContract
