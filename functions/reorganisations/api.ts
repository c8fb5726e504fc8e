import * as z from 'zod'
import { authoritiesAbove, organisationReaders } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, Named, Reason } from '../platform/shapes.ts'

const Id = z.string().trim().min(1).max(100)

export const ReorganisationBody = z
  .object({
    into: Id.meta({ description: 'The institution to which the people are carried.' }),
    staffIds: z.array(Id).min(1).max(500).optional().meta({
      description: 'Where it is split: who goes. Without it everybody goes, and the institution is closed.',
    }),
    effectiveOn: z.iso.date().optional().meta({ description: 'Today where nothing is said; never later.' }),
    reason: Reason,
  })
  .meta({ id: 'NewReorganisation' })
export type ReorganisationBody = z.infer<typeof ReorganisationBody>

export const ReorganisationView = z
  .object({
    id: z.string(),
    from: Named,
    into: Named,
    closes: z.boolean(),
    effectiveOn: z.string(),
    moved: z.number().int(),
    left: z.array(
      z.object({
        staffId: z.string(),
        name: z.string(),
        why: z.enum(['own_record', 'not_allowed', 'faults']),
      }),
    ),
    done: z.boolean().meta({
      description:
        'False while people are left to be looked at: it goes on by itself, or by the same call again.',
    }),
  })
  .meta({ id: 'Reorganisation' })
export type ReorganisationView = z.infer<typeof ReorganisationView>

export const PreviewQuery = z.object({ into: Id })

const ReorganisationPreview = z
  .object({
    persons: z.number().int(),
    whole: z.boolean().meta({ description: 'False where more stand on the register than are counted.' }),
    numbersTaken: z
      .array(z.object({ staffId: z.string(), name: z.string(), staffNo: z.string() }))
      .meta({ description: 'Whose staff number somebody has there: they arrive without one.' }),
    seats: z.number().int().meta({ description: 'They end when everybody has gone.' }),
    tasks: z.number().int().meta({ description: 'Matters at its own desk: they end before it is closed.' }),
    classes: z
      .array(Named)
      .meta({ description: 'Its own classes that are not over: they end before it is closed.' }),
    asked: z.number().int().meta({ description: 'Enrolments that wait for its word: they go along.' }),
  })
  .meta({ id: 'ReorganisationPreview' })
export type ReorganisationPreview = z.infer<typeof ReorganisationPreview>

export const previewReorganisation = {
  id: 'preview-reorganisation',
  callers: authoritiesAbove,
  known: organisationReaders,
  summary: 'What merging an institution into another one would do',
  description: 'For an authority above both. Nothing is written.',
  params: idParams,
  query: PreviewQuery,
  reply: ReorganisationPreview,
  refuses: ['INPUT_INVALID', 'NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation

export const reorganise = {
  id: 'reorganise',
  callers: authoritiesAbove,
  known: organisationReaders,
  summary: 'Merge an institution into another one, or split people off to it',
  description:
    'By an authority above both (Art. 35). Everybody is transferred from the day on, with their number where it is free there; requests on hold and enrolments go along. One call works for about twenty seconds; the same call again goes on, and so does the platform by itself.',
  params: idParams,
  body: ReorganisationBody,
  reply: ReorganisationView,
  refuses: ['INPUT_INVALID', 'NOT_ALLOWED', 'NOT_FOUND', 'ORGANISATION_AT_WORK'],
} as const satisfies Operation
