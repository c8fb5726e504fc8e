import * as z from 'zod'

/** Whose act brought a matter where it lies, and when: what is new for whoever has it since. */
export const Came = z.object({ at: z.string(), by: z.string() })
export type Came = z.infer<typeof Came>

/** A matter outside requests that waits for somebody's act. */
export interface MatterToDo {
  readonly id: string
  readonly came: Came
  readonly dueOn: string
}

/** What of somebody's waits, of each list that was looked at; `more`: a list is longer than that. */
export interface MattersToDo {
  readonly items: readonly MatterToDo[]
  readonly more: boolean
}

/** Of each list the fifty that are due first: a bounded number of reads, whatever lies there. */
export const A_LOOK = { limit: 50 } as const

/** What waits in any of some lists, each matter once. */
export const joinToDo = (parts: readonly MattersToDo[]): MattersToDo => ({
  items: [...new Map(parts.flatMap(({ items }) => items).map((one) => [one.id, one])).values()],
  more: parts.some(({ more }) => more),
})
