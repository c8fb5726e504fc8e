import { serve } from '../organisations/session.ts'
import { mailerFromEnvironment } from '../platform/mail.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { problemBody } from '../platform/reply.ts'
import { operationWrites } from './functions.ts'
import { redriveExecution, redriveExecutions } from './read-execution.ts'
import { resendMail } from './send-unsent.ts'
import { executionsFromEnvironment } from './step-functions.ts'

export const handler = serve(
  operationWrites,
  () => ({ ...recordsHost(), executions: executionsFromEnvironment(), mailer: mailerFromEnvironment() }),
  {
    'POST /executions/{workflow}/{name}/redrive': async ({ host, params, body, actor }) => {
      return redriveExecution(host)(params.workflow, params.name, body.reason, actor)
    },
    'POST /executions/redrives': async ({ host, body, actor, language }) => {
      const done = await redriveExecutions(host)(body.executions, body.reason, actor)
      return succeed({
        redriven: done.filter(({ outcome }) => outcome.ok).length,
        items: done.map(({ workflow, name, outcome }) => ({
          workflow,
          name,
          problem: outcome.ok ? null : problemBody(outcome, language),
        })),
      })
    },
    'POST /mails/{id}/resend': async ({ host, params, actor }) => {
      return resendMail(host)(params.id, actor)
    },
  },
)
