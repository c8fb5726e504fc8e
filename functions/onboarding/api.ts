import * as z from 'zod'
import { AccountStatus } from '../organisations/account-status.ts'
import { accountKeepers, organisationReaders, region } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, Named, Paging, pageOf, Reason } from '../platform/shapes.ts'
import { Role } from '../platform/terms.ts'

const Id = z.string().min(1).max(100)

const MOST_LETTERS = 60

/** A name as people write it, nothing invisible in it. */
const AccountName = z
  .string()
  .trim()
  .refine((name) => name !== '' && [...name].length <= MOST_LETTERS && !/[\p{Cc}\p{Cf}]/u.test(name), {
    params: {
      zh: `姓名应为 1 至 ${MOST_LETTERS} 个字，不含换行等不可见字符。`,
      en: `A name has 1 to ${MOST_LETTERS} characters, none of them invisible.`,
    },
  })
  .meta({ minLength: 1, maxLength: MOST_LETTERS * 2 })

const Email = z
  .string()
  .trim()
  .max(254)
  .refine((text) => z.email().safeParse(text).success, {
    params: { zh: '请填写有效的邮箱地址。', en: 'Give a valid e-mail address.' },
  })
  .meta({ format: 'email' })

const Mobile = z
  .string()
  .trim()
  .refine((text) => /^\+?[\d -]{6,20}$/.test(text), {
    params: { zh: '请填写有效的手机号码。', en: 'Give a valid mobile number.' },
  })
  .meta({ maxLength: 20, description: 'As the identity provider knows it, where it finds the account.' })

export const SetupInput = z.object({
  /** Of the region's personnel authority. */
  authority: z.string().trim().min(1).max(100).default('自治区人力资源和社会保障厅'),
  /** The region's authority that is there already, in a table that was filled by other means. */
  authorityId: Id.optional(),
  name: AccountName.optional(),
  email: Email.optional(),
  recover: z.boolean().default(false),
  reason: Reason.optional(),
})
export type SetupInput = z.infer<typeof SetupInput>

export const NewAccount = z
  .object({
    name: AccountName,
    email: Email,
    mobile: Mobile.optional(),
    staffId: Id.optional().meta({
      description: 'The person on a register whose account it is: the name is then as the register has it.',
    }),
    seat: z.object({ organisationId: Id, role: Role, head: z.boolean().default(false) }).optional(),
    reason: Reason.default('邀请开通账号'),
  })
  .refine(({ staffId, seat }) => staffId !== undefined || seat !== undefined, {
    path: ['seat'],
    params: {
      zh: '请写明席位，或账号所属的在册人员。',
      en: 'Say which seat it is for, or which person on a register.',
    },
  })
  .meta({ id: 'NewAccount' })
export type NewAccount = z.infer<typeof NewAccount>

const InvitationState = z
  .object({
    sentAt: z.string(),
    expiresAt: z.string(),
    expired: z.boolean(),
    delivered: z.boolean().meta({
      description: 'False where the mail server did not take it: send it again. Nothing keeps the link.',
    }),
  })
  .meta({ id: 'InvitationState' })

export const AccountView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z
      .string()
      .nullable()
      .meta({ description: 'For those who may act on the account; null for other readers.' }),
    status: AccountStatus,
    staffId: z.string().nullable(),
    roles: z.array(z.object({ role: Role, organisation: Named, head: z.boolean() })),
    boundAt: z.string().nullable(),
    invitation: InvitationState.nullable().meta({ description: 'The link that is still open.' }),
    mayManage: z.boolean(),
  })
  .meta({ id: 'Account' })
export type AccountView = z.infer<typeof AccountView>

const AccountActView = z
  .object({
    at: z.string(),
    by: z.string(),
    byName: z.string().nullable(),
    what: z.string(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AccountAct' })

export const AccountWithActs = AccountView.extend({ acts: z.array(AccountActView) }).meta({
  id: 'AccountWithActs',
})
export type AccountWithActs = z.infer<typeof AccountWithActs>

const why = z.object({ reason: Reason })
const token = z.object({ token: z.string().min(1).max(200) })

export const listAccounts = {
  id: 'list-accounts',
  callers: organisationReaders,
  summary: 'The accounts of an organisation: who sits there, then its persons who have one',
  description: 'For those who sit at the organisation or above it.',
  query: Paging.extend({ organisation: Id }),
  reply: pageOf(AccountView),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readAccount = {
  id: 'read-account',
  callers: { person: ['own'], ...organisationReaders },
  summary: 'An account, and what was done to it: who, when, why',
  params: idParams,
  reply: AccountWithActs,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const inviteAccount = {
  id: 'invite-account',
  callers: accountKeepers,
  known: organisationReaders,
  summary: 'Invite someone to an account, with a seat or as a person on a register',
  description:
    'By whoever may give the seat (the organisation’s head, an authority above it, the region) and, for a person, keeps their register; nobody invites themselves, nor gives a seat to whom they owe their own. A mail goes out with a link that binds one login, within 14 days. One address and one person have one account: a second is refused, whatever the address’s capitals. A repeat under the same Idempotency-Key answers with the account that is there.',
  body: NewAccount,
  reply: AccountView,
  status: 201,
  idempotencyKey: 'required',
  refuses: [
    'ADDRESS_HAS_ACCOUNT',
    'IDEMPOTENCY_KEY_MISSING',
    'KEY_REUSED',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'OWN_RECORD',
    'PERSON_HAS_ACCOUNT',
    'SEAT_OWED',
  ],
} as const satisfies Operation

export const sendInvitation = {
  id: 'send-invitation',
  callers: accountKeepers,
  known: organisationReaders,
  summary: 'Send the invitation again, or a link for a further login; the link before it ends',
  params: idParams,
  reply: AccountView,
  refuses: ['INVITATION_CLOSED', 'NOT_ALLOWED', 'NOT_FOUND', 'OWN_RECORD', 'SEAT_OWED'],
} as const satisfies Operation

export const withdrawInvitation = {
  id: 'withdraw-invitation',
  callers: accountKeepers,
  known: organisationReaders,
  summary: 'Withdraw an invitation that nobody has used: the account ends, and its seats',
  params: idParams,
  body: why,
  reply: AccountView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'OWN_RECORD', 'WRONG_STATE'],
} as const satisfies Operation

export const suspendAccount = {
  id: 'suspend-account',
  callers: accountKeepers,
  known: organisationReaders,
  summary: 'Suspend an account: from now on nobody acts by it, and its seats are empty',
  params: idParams,
  body: why,
  reply: AccountView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'OWN_RECORD', 'WRONG_STATE'],
} as const satisfies Operation

export const resumeAccount = {
  id: 'resume-account',
  callers: accountKeepers,
  known: organisationReaders,
  summary: 'Take a suspended account up again',
  params: idParams,
  body: why,
  reply: AccountView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'OWN_RECORD', 'SEAT_OWED', 'WRONG_STATE'],
} as const satisfies Operation

export const LinkPersonBody = why.extend({ staffId: Id })
export type LinkPersonBody = z.infer<typeof LinkPersonBody>

export const linkPerson = {
  id: 'link-person',
  callers: accountKeepers,
  known: organisationReaders,
  summary: 'Say which person on a register an account is that was opened for a seat alone',
  description: 'By whoever may act on the account and keeps the person’s register; the names have to agree.',
  params: idParams,
  body: LinkPersonBody,
  reply: AccountView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'OWN_RECORD', 'PERSON_HAS_ACCOUNT', 'SEAT_OWED', 'WRONG_STATE'],
} as const satisfies Operation

export const changeAddress = {
  id: 'change-address',
  callers: { person: ['own'], ...accountKeepers },
  known: organisationReaders,
  summary: 'Change the e-mail address of an account',
  description:
    'By its owner, or whoever may act on the account. The new address holds once its owner has opened the link in the mail that goes there; an account that nobody has signed in to is invited anew at the new address.',
  params: idParams,
  body: z.object({ email: Email }),
  reply: z.object({
    id: z.string(),
    confirmed: z.boolean().meta({ description: 'False while the new address waits for its confirmation.' }),
    delivered: z.boolean(),
  }),
  refuses: ['ADDRESS_HAS_ACCOUNT', 'INVITATION_CLOSED', 'NOT_ALLOWED', 'NOT_FOUND', 'SEAT_OWED'],
} as const satisfies Operation

export const confirmAddress = {
  id: 'confirm-address',
  callers: { person: ['own'] },
  summary: 'Confirm a new address by the token of its mail, signed in to the account',
  params: token,
  reply: z.object({ id: z.string(), email: z.string() }),
  refuses: ['ADDRESS_HAS_ACCOUNT', 'LINK_EXPIRED', 'LINK_USED', 'NOT_FOUND'],
} as const satisfies Operation

const refusedLinks = ['ALREADY_BOUND', 'LINK_EXPIRED', 'NOT_FOUND'] as const

export const readInvitation = {
  id: 'read-invitation',
  callers: 'login',
  summary: 'Whom an invitation is for; changes nothing',
  params: token,
  reply: z.object({
    name: z.string(),
    seats: z.array(z.object({ role: Role, organisation: Named, head: z.boolean() })),
    expiresAt: z.string(),
  }),
  refuses: refusedLinks,
} as const satisfies Operation

const Bound = z.object({ id: z.string(), name: z.string(), status: AccountStatus })

export const bindInvitation = {
  id: 'bind-invitation',
  callers: 'login',
  summary: 'Bind the login that calls to the invited account, once',
  params: token,
  reply: Bound,
  refuses: [...refusedLinks, 'LOGIN_TAKEN'],
} as const satisfies Operation

export const bindByClaim = {
  id: 'bind-by-claim',
  callers: 'login',
  summary: 'Bind the login that calls to the one account that its token speaks of',
  description:
    'Where the deployment names a claim that finds an account. What fits no account, or several, is refused and never guessed.',
  reply: Bound,
  refuses: ['ACCOUNT_SUSPENDED', 'ACCOUNT_UNKNOWN', 'CLAIM_AMBIGUOUS'],
} as const satisfies Operation

const Missing = z.object({
  code: z.string(),
  /** The organisations concerned, as far as they are few. */
  organisations: z.array(Named),
})

export const checklistItems = [
  'organisations',
  'desks',
  'persons',
  'providers',
  'rates',
  'readings',
  'mail',
  'rehearsal',
] as const

export const Checklist = z
  .object({
    items: z.array(
      z.object({
        item: z.enum(checklistItems),
        done: z.boolean(),
        count: z.number().int().meta({ description: 'Of what is there already.' }),
        missing: z.array(Missing),
      }),
    ),
    whole: z.boolean().meta({
      description: 'False where there are more organisations than one call looks at.',
    }),
  })
  .meta({ id: 'Checklist' })
export type Checklist = z.infer<typeof Checklist>

export const readChecklist = {
  id: 'read-checklist',
  callers: { authority: ['region'], auditor: ['region'] },
  summary: 'What a new deployment still lacks before its first working day; for the region',
  reply: Checklist,
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const testMail = {
  id: 'test-mail',
  callers: region,
  summary: 'Send oneself a mail, to see whether mails arrive; by the region',
  reply: z.object({ taken: z.boolean(), at: z.string() }),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation
