import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import { personAndReaders, readers, registrars } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, LONGEST_NAME, line, Named, Paging, pageOf, Reason } from '../platform/shapes.ts'
import { LeaveKind, Population, PostChangeKind, PostType } from '../platform/terms.ts'
import { LookList, LookPage } from '../staff/look-terms.ts'

/** A name as people write it: `·` and characters beyond the first plane included, nothing invisible. */
export const PersonName = line(LONGEST_NAME)

/** An identity number is nobody's staff number: it must not come to stand in lists and files. */
const isIdentityNumber = (text: string): boolean => /^\d{17}[\dX]$|^\d{15}$/.test(text)

export const StaffNo = z
  .string()
  .trim()
  .toUpperCase()
  .refine((text) => /^[\p{L}\p{N}._/-]{1,40}$/u.test(text), {
    params: {
      zh: '工号应为 1 至 40 个字母、数字或 . _ / - 。',
      en: 'A staff number has 1 to 40 letters, digits or . _ / - .',
    },
  })
  .refine((text) => !isIdentityNumber(text), {
    params: { zh: '工号不能使用身份证号码。', en: 'An identity number cannot serve as a staff number.' },
  })
  .meta({ maxLength: 40, description: 'Unique at the institution; never an identity number.' })

const Period = z.object({ from: DateJson, to: DateJson })
const LeaveJson = Period.extend({ kind: LeaveKind })

const record = {
  name: PersonName,
  postType: PostType,
  leader: z.boolean(),
  onRegister: z.boolean(),
  hiredOn: DateJson,
  highLevelTalent: z.boolean(),
  terms: z.array(Period).max(20),
  leaves: z.array(LeaveJson).max(40),
  disability: z.boolean(),
}

export const NewPerson = z
  .object({
    institutionId: z.string().min(1).max(100),
    staffNo: StaffNo.optional(),
    ...record,
    leader: record.leader.default(false),
    onRegister: record.onRegister.default(true),
    highLevelTalent: record.highLevelTalent.default(false),
    terms: record.terms.default([]),
    leaves: record.leaves.default([]),
    retiresOn: DateJson.optional(),
    disability: record.disability.default(false),
    reason: Reason.default('新进人员登记'),
    isAnother: z.boolean().optional().meta({
      description:
        'It is not whoever stands on another register with the same number, name and day of hiring.',
    }),
  })
  .meta({ id: 'NewPerson' })
export type NewPerson = z.infer<typeof NewPerson>

/** Fields that are not given stay; `null` removes one. */
export const PersonChangeBody = z
  .object({
    version: z
      .number()
      .int()
      .min(1)
      .meta({ description: 'The version that was read; 409 if it is not the newest.' }),
    reason: Reason,
    ...z.object(record).partial().shape,
    staffNo: StaffNo.nullable().optional(),
    retiresOn: DateJson.nullable().optional(),
    releasedTo: z
      .string()
      .min(1)
      .max(100)
      .nullable()
      .optional()
      .meta({ description: 'The institution that may take this person over.' }),
    institutionId: z.string().min(1).max(100).optional().meta({ description: 'Transfers the person.' }),
    effectiveOn: DateJson.optional().meta({
      description: 'The day of the transfer; today where nothing is said.',
    }),
  })
  .meta({ id: 'PersonChange' })
export type PersonChangeBody = z.infer<typeof PersonChangeBody>

export const PersonSummary = z
  .object({
    id: z.string(),
    staffNo: z.string().nullable(),
    name: z.string(),
    postType: PostType,
    leader: z.boolean(),
    onRegister: z.boolean(),
    hiredOn: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'PersonSummary' })
export type PersonSummary = z.infer<typeof PersonSummary>

export const PersonView = PersonSummary.extend({
  population: Population.meta({
    description: 'Staff of an institution, or a worker of an organ (Art. 47): as the body is.',
  }),
  institution: Named.extend({ since: z.string().nullable() }),
  highLevelTalent: z.boolean(),
  terms: z.array(z.object({ from: z.string(), to: z.string() })),
  postChanges: z.array(
    z.object({
      id: z.string(),
      kind: PostChangeKind,
      effectiveOn: z.string(),
      toPostType: PostType.nullable(),
      dropped: z.boolean(),
      mayTakeOver: z.boolean().meta({
        description:
          'Its filing was refused: training for it may still be claimed, and a new filing takes it over (Art. 45).',
      }),
    }),
  ),
  leaves: z.array(z.object({ from: z.string(), to: z.string(), kind: LeaveKind })),
  retiresOn: z.string().nullable(),
  disability: z.boolean(),
  releasedTo: Named.nullable().meta({ description: 'The institution that may take this person over.' }),
  accountId: z.string().nullable().meta({ description: 'Their account here, invited ones included.' }),
  mergedInto: z.string().nullable().meta({
    description: 'The record of the same person that goes on; this one is closed.',
  }),
  undrawable: z.array(z.string()).meta({
    description:
      'Characters of the name that no font of certificates has: nothing is issued until the name is written otherwise.',
  }),
  mayChange: z.boolean(),
}).meta({ id: 'Person' })
export type PersonView = z.infer<typeof PersonView>

const ChangeView = z
  .object({
    version: z.number().int(),
    at: z.string(),
    by: z.string(),
    byName: z.string(),
    what: z.string(),
    reason: z.string(),
    fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  })
  .meta({ id: 'PersonChangeRecord' })
export type PersonChangeView = z.infer<typeof ChangeView>

const ChangesView = pageOf(ChangeView).extend({
  institutions: z.array(Named).meta({ description: 'The names of those that the changes speak of.' }),
})
export type PersonChanges = z.infer<typeof ChangesView>

/** What the receiving institution may know of a released person: no number, no ledger, no history. */
const ReleasedPerson = z
  .object({
    id: z.string(),
    name: z.string(),
    postType: PostType,
    hiredOn: z.string().meta({ description: 'No transfer lies before it.' }),
    institution: Named.meta({ description: 'Where the person still works.' }),
    releasedOn: z.string(),
    version: z.number().int(),
    mayTakeOver: z.boolean(),
  })
  .meta({ id: 'ReleasedPerson' })
export type ReleasedPerson = z.infer<typeof ReleasedPerson>

export const listPersons = {
  id: 'list-persons',
  callers: readers,
  summary: 'The persons on an institution’s register',
  query: Paging.extend({ institution: z.string().max(100).optional() }),
  reply: pageOf(PersonSummary),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const registerPerson = {
  id: 'register-person',
  callers: registrars,
  summary: 'Register a person',
  description:
    'By the institution’s registrar, or an authority above. With an Idempotency-Key (optional) a repeat answers with the same person; a staff number is used once an institution.',
  body: NewPerson,
  reply: PersonView,
  status: 201,
  idempotencyKey: 'optional',
  refuses: ['KEY_REUSED', 'NOT_ALLOWED', 'PERSON_ELSEWHERE', 'STAFF_NO_TAKEN'],
} as const satisfies Operation

export const readPerson = {
  id: 'read-person',
  callers: personAndReaders,
  summary: 'A person’s record, as it is now or was at the end of a day',
  params: idParams,
  query: z.object({ on: DateJson.optional() }),
  reply: PersonView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const changePerson = {
  id: 'change-person',
  callers: registrars,
  known: readers,
  summary: 'Change a person’s record, release them to another institution, or transfer them',
  description:
    'What exempts a person or bends a date (leader, talent, hiring, terms, leaves) is filed by an institution as `record_change`, a type of post as `post_change`; an authority above changes it here.',
  params: idParams,
  body: PersonChangeBody,
  reply: PersonView,
  refuses: [
    'CHANGE_NEEDS_CONFIRMATION',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'NOT_RELEASED',
    'OWN_RECORD',
    'STAFF_NO_TAKEN',
    'STALE_VERSION',
  ],
} as const satisfies Operation

export const listPersonChanges = {
  id: 'list-person-changes',
  callers: personAndReaders,
  summary: 'Every change of a person’s record: who, when, what, why',
  params: idParams,
  reply: ChangesView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const listReleased = {
  id: 'list-released',
  callers: readers,
  summary: 'Who was released to an institution and can be taken over there',
  description:
    'For the institution’s registrar and those above it. Whoever may takes a person over by `POST /persons/{id}` with `institutionId` and the `version` given here.',
  params: idParams,
  reply: pageOf(ReleasedPerson),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

const Looked = z.object({ at: z.string(), byName: z.string(), office: z.string().nullable() })

export const LooksView = z
  .object({
    pages: z.array(Looked.extend({ page: LookPage })),
    lists: z.array(Looked.extend({ list: LookList, filter: z.string(), count: z.number().int() })),
  })
  .meta({ id: 'LooksView' })
export type LooksView = z.infer<typeof LooksView>

export const listLooks = {
  id: 'list-looks',
  callers: { person: ['own'] },
  summary: 'Who looked at one’s own record, besides oneself and the desks that deal with it; the latest 200',
  description:
    'One record a reader and day for opened pages, one a list or file of one’s institution or of a place above it, with its filter and how many it held.',
  params: idParams,
  reply: LooksView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation
