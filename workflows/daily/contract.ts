import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `daily` starts with. */
export const DailyInput = z.object({ day: z.string() })
export type DailyInput = z.infer<typeof DailyInput>

/** What `notify-due` answers: how many dates it looked after, and whether there are more. */
export const DailyProgress = z.object({ looked: z.number().int(), more: z.boolean() })
export type DailyProgress = z.infer<typeof DailyProgress>

/** What `remind-year` is given: the day, and where the round before ended; '' at the beginning. */
export const RemindYear = z.object({ day: z.string(), at: z.string() })
export type RemindYear = z.infer<typeof RemindYear>

/** What `remind-year` answers: how many persons it looked at, whether there are more, and where to go on. */
export const YearReminded = z.object({ looked: z.number().int(), more: z.boolean(), at: z.string() })
export type YearReminded = z.infer<typeof YearReminded>

/** One execution a day: a second start does nothing. */
export const dailyName = (day: string): string => `daily-${day}`

export const daily = {
  name: 'daily',
  steps: { NotifyDue: 'notify-due', RemindYear: 'remind-year' },
  errors: [],
} as const satisfies WorkflowContract
