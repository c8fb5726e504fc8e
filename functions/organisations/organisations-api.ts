import * as z from 'zod'
import { authoritiesAbove, organisationReaders, seatGivers } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import {
  idParams,
  LONGEST_ORGANISATION_NAME,
  line,
  Named,
  Paging,
  pageOf,
  Reason,
} from '../platform/shapes.ts'
import { Level, OrganisationKind, Population, Role } from '../platform/terms.ts'
import { AccountStatus } from './account-status.ts'

const Id = z.string().min(1).max(100)
const Name = line(LONGEST_ORGANISATION_NAME)

/** As offices write it: a unified social credit code, or a number of their own. Spelt one way. */
export const OrganisationNumber = z
  .string()
  .trim()
  .max(80)
  .transform((text) => text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase())
  .refine((text) => /^[0-9A-Z_-]{1,40}$/.test(text), {
    params: {
      zh: '机构编号由字母、数字、横线组成，至多 40 位。',
      en: 'Letters, digits and hyphens, at most 40 of them.',
    },
  })

/** GB/T 2260: a county's division has six digits; with its township twelve. */
export const RegionCode = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFKC'))
  .refine((text) => /^\d{6}(?:\d{6})?$/.test(text), {
    params: { zh: '行政区划代码为 6 位或 12 位数字。', en: 'A division has six or twelve digits.' },
  })

const FoundedBy = line(200).meta({
  description: 'The document by which it was set up: its name and number.',
})

export const NewOrganisation = z
  .object({
    name: Name,
    kind: OrganisationKind,
    level: Level,
    population: Population.optional().meta({
      description:
        'Of an institution: whose staff its register holds; `organ_worker`: it is an organ, whose workers follow the same rules (Art. 47).',
    }),
    parentId: Id.optional(),
    departmentId: Id.optional(),
    authorityId: Id.optional(),
    number: OrganisationNumber.optional(),
    regionCode: RegionCode.optional(),
    foundedBy: FoundedBy.optional(),
    reason: Reason.default('机构登记'),
  })
  .meta({ id: 'NewOrganisation' })
export type NewOrganisation = z.infer<typeof NewOrganisation>

/** What is not named stays as it is; `null` takes a link away. */
export const OrganisationChangeBody = z
  .object({
    version: z.number().int().min(1),
    reason: Reason,
    name: Name.optional(),
    level: Level.optional(),
    population: Population.optional().meta({ description: 'While nobody stands on its register.' }),
    parentId: Id.nullable().optional(),
    departmentId: Id.nullable().optional(),
    authorityId: Id.optional(),
    number: OrganisationNumber.nullable().optional(),
    regionCode: RegionCode.nullable().optional(),
    foundedBy: FoundedBy.nullable().optional(),
  })
  .meta({ id: 'OrganisationChange' })
export type OrganisationChangeBody = z.infer<typeof OrganisationChangeBody>

export const OrganisationSummary = z
  .object({ id: z.string(), name: z.string(), kind: OrganisationKind, level: Level })
  .meta({ id: 'OrganisationSummary' })

export const OrganisationView = OrganisationSummary.extend({
  population: Population.nullable().meta({
    description: 'Whose staff an institution’s register holds (Art. 47); null for other kinds.',
  }),
  number: z.string().nullable(),
  regionCode: z.string().nullable(),
  foundedBy: z.string().nullable(),
  parent: Named.nullable(),
  department: Named.nullable(),
  authority: Named.nullable(),
  overseers: z
    .array(OrganisationSummary)
    .meta({ description: 'Every organisation above, the nearest first.' }),
  version: z.number().int(),
  complete: z.boolean().meta({
    description:
      'False while a change of place has not come down to all below: it goes on by itself, or by repeating the change.',
  }),
  undrawable: z.array(z.string()).meta({
    description:
      'Characters of the name that no font of certificates has: nothing is issued until the name is written otherwise.',
  }),
  takenOver: z.boolean().meta({
    description:
      'Of an institution: whether hours of earlier years were filed from a platform before this one.',
  }),
  closed: z
    .object({ on: z.string(), into: Named })
    .nullable()
    .meta({ description: 'Of an institution that was merged into another one: since when, and into which.' }),
  mayChange: z.boolean(),
}).meta({ id: 'Organisation' })
export type OrganisationView = z.infer<typeof OrganisationView>

const Seat = z
  .object({
    accountId: z.string(),
    name: z.string(),
    role: Role,
    head: z.boolean(),
    status: AccountStatus.meta({ description: 'Only the seats of active accounts are taken.' }),
  })
  .meta({ id: 'Seat' })
export type SeatView = z.infer<typeof Seat>

export const SeatChange = z
  .object({
    action: z.enum(['add', 'remove']),
    accountId: Id,
    role: Role,
    head: z.boolean().default(false),
    reason: Reason.meta({ description: 'Kept with who changed it and when.' }),
  })
  .meta({ id: 'SeatChange' })
export type SeatChange = z.infer<typeof SeatChange>

export const listOrganisations = {
  id: 'list-organisations',
  callers: {
    person: ['own'],
    institution: ['any'],
    department: ['own', 'lower'],
    authority: ['any'],
    auditor: ['own', 'lower', 'region'],
  },
  summary: 'The organisations right below one; without `parent`, those at which the caller sits',
  description:
    'For those at or above it. Who keeps a register may also list what stands below any authority, for names are public and a release needs one.',
  query: Paging.extend({
    parent: Id.optional(),
    kind: OrganisationKind.optional().meta({
      description: 'Only these; otherwise authorities or departments come before institutions.',
    }),
    open: z.stringbool().default(false).meta({
      description: 'Without institutions that were merged into another one: where one is to be chosen.',
    }),
  }),
  reply: pageOf(OrganisationSummary),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readOrganisation = {
  id: 'read-organisation',
  callers: organisationReaders,
  summary: 'An organisation, with those above it',
  params: idParams,
  reply: OrganisationView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const registerOrganisation = {
  id: 'register-organisation',
  callers: authoritiesAbove,
  summary: 'Register an organisation',
  description:
    'By an authority above it, or the region. With an Idempotency-Key (optional) a repeat changes nothing.',
  body: NewOrganisation,
  reply: OrganisationView,
  status: 201,
  idempotencyKey: 'optional',
  refuses: ['KEY_REUSED', 'NOT_ALLOWED', 'ORGANISATION_MISPLACED', 'ORGANISATION_NUMBER_TAKEN'],
} as const satisfies Operation

export const changeOrganisation = {
  id: 'change-organisation',
  callers: authoritiesAbove,
  known: organisationReaders,
  summary: 'Change an organisation or its place',
  description:
    'A change of place comes down to all below it; by an authority above both places, or the region.',
  params: idParams,
  body: OrganisationChangeBody,
  reply: OrganisationView,
  refuses: [
    'NOT_ALLOWED',
    'NOT_FOUND',
    'ORGANISATION_MISPLACED',
    'ORGANISATION_NUMBER_TAKEN',
    'STALE_VERSION',
  ],
} as const satisfies Operation

const MoveQuery = z.object({
  parentId: z.string().max(100).optional(),
  departmentId: z.string().max(100).optional(),
  authorityId: z.string().max(100).optional(),
})
export type MoveQuery = z.infer<typeof MoveQuery>

const MoveView = z
  .object({
    offices: z.number().int().meta({ description: 'Authorities and departments below, which come along.' }),
    institutions: z.number().int(),
    whole: z.boolean().meta({ description: 'False where more stand below than are counted.' }),
    loses: z.array(Named).meta({ description: 'Who would see it and its people no more.' }),
    gains: z.array(Named).meta({ description: 'Who would see it and its people from then on.' }),
  })
  .meta({ id: 'OrganisationMove' })
export type MoveView = z.infer<typeof MoveView>

export const previewMove = {
  id: 'preview-move',
  callers: authoritiesAbove,
  known: organisationReaders,
  summary: 'What a change of an organisation’s place would do',
  description: 'A link that is not named stays; an empty one is taken away. For whoever may make the change.',
  params: idParams,
  query: MoveQuery,
  reply: MoveView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'ORGANISATION_MISPLACED'],
} as const satisfies Operation

export const listSeats = {
  id: 'list-seats',
  callers: organisationReaders,
  summary: 'Who sits at an organisation’s desks',
  params: idParams,
  reply: pageOf(Seat),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const changeSeat = {
  id: 'change-seat',
  callers: seatGivers,
  known: organisationReaders,
  summary: 'Give an account a seat at an organisation, or take it away',
  description:
    'By the organisation’s head, an authority above it, or the region, and with a seat of their own alone; nobody changes their own seats, nor gives one to whom they owe theirs.',
  params: idParams,
  body: SeatChange,
  reply: pageOf(Seat),
  refuses: ['DESK_LEFT_EMPTY', 'NOT_ALLOWED', 'NOT_FOUND', 'OWN_RECORD', 'SEAT_OWED'],
} as const satisfies Operation

export const me = {
  id: 'me',
  callers: 'account',
  lent: true,
  summary: 'The account, its roles and organisations',
  reply: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    staffId: z.string().nullable(),
    roles: z.array(z.object({ role: Role, organisation: OrganisationSummary })),
    holdsTasks: z
      .boolean()
      .meta({ description: 'A desk’s tasks are theirs to decide now, by a seat or a loan.' }),
    /** The day by the platform's clock, in Shanghai: which year is now, and what is late. */
    today: z.string(),
  }),
  refuses: [],
} as const satisfies Operation
