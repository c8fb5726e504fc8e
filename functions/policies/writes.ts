import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { policyWrites } from './functions.ts'
import { previewPolicy, publishPolicy } from './publish-policy.ts'
import { changeSubscription, isSubscribed } from './subscription.ts'

export const handler = serve(policyWrites, recordsHost, {
  'GET /policies/subscription': async ({ host, actor }) =>
    succeed({ subscribed: await isSubscribed(host.table, actor) }),
  'POST /policies/subscription': async ({ host, body, actor }) =>
    succeed(await changeSubscription(host)(body.subscribed, actor)),
  'POST /policies': async ({ host, body, key, actor }) => publishPolicy(host)(body, key, actor),
  'POST /policies/preview': async ({ host, body, actor, language }) =>
    previewPolicy(host)(body, actor, language),
})
