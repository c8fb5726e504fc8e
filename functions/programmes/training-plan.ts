import * as z from 'zod'
import { OrganisationId } from '../platform/ids.ts'
import { keys, lists } from '../platform/keys.ts'
import {
  atVersion,
  isNew,
  type PageRequest,
  read,
  readIndex,
  type Table,
  type Write,
} from '../platform/table.ts'
import { Subject } from '../platform/terms.ts'

/** One thing that an organisation means to hold; its id stays whatever is adjusted. */
export const PlanRow = z.object({
  id: z.string(),
  title: z.string(),
  subject: Subject,
  /** For whom, in the planner's words. */
  audience: z.string(),
  people: z.number().int(),
  halfDays: z.number().int(),
  budgetFen: z.number().int(),
  /** 1 to 12. */
  month: z.number().int(),
})
export type PlanRow = z.infer<typeof PlanRow>

/** `draft`: its own desk's alone; `filed`: above it and whoever is signed in read it, and it changes on record. */
export const PlanState = z.enum(['draft', 'filed'])

/** What an organisation plans to hold in a year (Art. 5, 11). */
export const TrainingPlan = z.object({
  organisationId: OrganisationId,
  organisationName: z.string(),
  year: z.number().int(),
  rows: z.array(PlanRow),
  state: PlanState,
  /** With whom it is filed; none: nobody stands above. */
  filedTo: OrganisationId.optional(),
  filedAt: z.string().optional(),
  /** How many rows there ever were: an id is never given twice. */
  lastRow: z.number().int(),
  acts: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      actorName: z.string(),
      act: z.enum(['draft', 'file', 'adjust']),
      reason: z.string().optional(),
    }),
  ),
  version: z.number().int(),
})
export type TrainingPlan = z.infer<typeof TrainingPlan>

/** Writes a plan over the one that was read; undefined: there was none. The version is counted here. */
export const putPlan = (before: TrainingPlan | undefined, after: TrainingPlan): Write => ({
  put: {
    ...keys.trainingPlan(after.organisationId, after.year),
    ...after,
    version: (before?.version ?? 0) + 1,
    ...(after.filedTo === undefined
      ? {}
      : { listed: lists.plansAt(after.filedTo, after.year), listedOrder: after.organisationId }),
  },
  when: before === undefined ? isNew : atVersion(before.version),
})

/** Keeps a filed plan as it was before an adjustment. */
export const keepRevision = (before: TrainingPlan): Write => ({
  put: { ...keys.planRevision(before.organisationId, before.year, before.version), ...before },
  when: isNew,
})

export const readPlan = async (
  table: Table,
  organisationId: string,
  year: number,
): Promise<TrainingPlan | undefined> => {
  const item = await read(table, keys.trainingPlan(organisationId, year))
  return item && TrainingPlan.parse(item)
}

/** The plans of a year that were filed with an organisation. */
export const plansAt = async (
  table: Table,
  organisationId: OrganisationId,
  year: number,
  page: PageRequest,
) => {
  const { items, cursor } = await readIndex(table, 'listed', lists.plansAt(organisationId, year), page)
  return { items: items.map((item) => TrainingPlan.parse(item)), cursor }
}
