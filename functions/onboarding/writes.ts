import type { Actor } from '../organisations/account.ts'
import type { AccountRecord } from '../organisations/account-record.ts'
import { serve } from '../organisations/session.ts'
import { type Outcome, type RefusalCode, succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { type WritingHost, writingHost } from '../platform/writing-host.ts'
import type { AccountView } from './api.ts'
import { changeAddress, confirmAddress } from './change-address.ts'
import { resumeAccount, suspendAccount, withdrawInvitation } from './end-account.ts'
import { onboardingWrites } from './functions.ts'
import { inviteAccount } from './invite-account.ts'
import { linkPerson } from './link-person.ts'
import { testMail } from './mail-test.ts'
import { sendInvitation } from './send-invitation.ts'
import { viewAccount } from './view-account.ts'

/** The account as it is after an act, for whoever did it. */
const shown = async <Code extends RefusalCode>(
  host: WritingHost,
  actor: Actor,
  outcome: Promise<Outcome<AccountRecord, Code>>,
): Promise<Outcome<AccountView, Code>> => {
  const done = await outcome
  return done.ok ? succeed(await viewAccount(host, done.value, actor)) : done
}

export const handler = serve(onboardingWrites, sealing(writingHost), {
  'POST /accounts': ({ host, body, key, actor }) => shown(host, actor, inviteAccount(host)(body, key, actor)),
  'POST /accounts/{id}/invitation': ({ host, params, actor }) =>
    shown(host, actor, sendInvitation(host)(params.id, actor)),
  'POST /accounts/{id}/withdrawal': ({ host, params, body, actor }) =>
    shown(host, actor, withdrawInvitation(host)(params.id, { by: actor, ...body })),
  'POST /accounts/{id}/suspension': ({ host, params, body, actor }) =>
    shown(host, actor, suspendAccount(host)(params.id, { by: actor, ...body })),
  'POST /accounts/{id}/resumption': ({ host, params, body, actor }) =>
    shown(host, actor, resumeAccount(host)(params.id, { by: actor, ...body })),
  'POST /accounts/{id}/address': ({ host, params, body, actor }) =>
    changeAddress(host)(params.id, body.email, actor),
  'POST /accounts/{id}/person': ({ host, params, body, actor }) =>
    shown(host, actor, linkPerson(host)(params.id, body, actor)),
  'POST /addresses/{token}/confirmation': ({ host, params, actor }) =>
    confirmAddress(host)(params.token, actor),
  'POST /checklist/mail': ({ host, actor }) => testMail(host)(actor),
})
