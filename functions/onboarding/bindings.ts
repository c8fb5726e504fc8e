import type { AccountRecord } from '../organisations/account-record.ts'
import { serveLogin } from '../organisations/session.ts'
import { type Outcome, type RefusalCode, succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { bindByClaim } from './bind-by-claim.ts'
import { bindInvitation, viewInvitation } from './bind-invitation.ts'
import { bindingHost } from './binding-host.ts'
import { bindings } from './functions.ts'

/** What someone sees of the account that they have just bound. */
const shown = async <Code extends RefusalCode>(outcome: Promise<Outcome<AccountRecord, Code>>) => {
  const bound = await outcome
  if (!bound.ok) return bound
  const { id, name, status = 'active' as const } = bound.value
  return succeed({ id, name, status })
}

export const handler = serveLogin(bindings, sealing(bindingHost), {
  'GET /invitations/{token}': ({ host, params }) => viewInvitation(host)(params.token),
  'POST /invitations/{token}/binding': ({ host, params, login }) =>
    shown(bindInvitation(host)(params.token, login)),
  'POST /me/binding': ({ host, login }) => shown(bindByClaim(host)(login)),
})
