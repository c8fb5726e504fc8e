import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { unsentMail } from '../platform/unsent-mail.ts'
import { viewEvents } from './execution-history.ts'
import { operationReads } from './functions.ts'
import { countExecutions, executionsOfRequest, listExecutions } from './list-executions.ts'
import { latestResends } from './mail-resend.ts'
import { readExecution } from './read-execution.ts'
import { executionsFromEnvironment } from './step-functions.ts'

const RESENT_SHOWN = 20

export const handler = serve(
  operationReads,
  () => ({ ...recordsHost(), executions: executionsFromEnvironment() }),
  {
    'GET /executions': async ({ host, query }) => {
      const { request, status } = query
      return succeed(
        request === undefined
          ? await listExecutions(host.executions, query)
          : await executionsOfRequest(host, request, status),
      )
    },
    'GET /executions/counters': async ({ host }) =>
      succeed(await countExecutions(host.executions, host.clock)),
    'GET /executions/{workflow}/{name}': async ({ host, params, language }) => {
      const { workflow, name } = params
      return readExecution(host, workflow, name, language)
    },
    'GET /executions/{workflow}/{name}/events': async ({ host, params, query }) => {
      const { workflow, name } = params
      if ((await host.executions.describe(workflow, name)) === undefined) return refuse('NOT_FOUND')
      const { items, cursor } = await host.executions.history(workflow, name, query)
      return succeed({ items: viewEvents(params.workflow, items), cursor: cursor ?? null })
    },
    'GET /mails': async ({ host, query }) => {
      const [{ items, cursor }, resent] = await Promise.all([
        unsentMail(host.table, query),
        latestResends(host.table, RESENT_SHOWN),
      ])
      return succeed({
        items: items.map(({ id, subject, to, keptAt, attempts, lastTriedAt, error }) => ({
          id,
          subject,
          recipients: to.length,
          keptAt,
          attempts,
          lastTriedAt,
          error: error === '' ? null : error,
        })),
        cursor,
        resent,
      })
    },
  },
)
