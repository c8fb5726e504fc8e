import { serve } from '../organisations/session.ts'
import { mailerFromEnvironment } from '../platform/mail.ts'
import { recordsHost } from '../platform/records-host.ts'
import { operationWrites } from './functions.ts'
import { redriveExecution } from './read-execution.ts'
import { resendMail } from './send-unsent.ts'
import { executionsFromEnvironment } from './step-functions.ts'

export const handler = serve(
  operationWrites,
  () => ({ ...recordsHost(), executions: executionsFromEnvironment(), mailer: mailerFromEnvironment() }),
  {
    'POST /executions/{workflow}/{name}/redrive': async ({ host, params, body, actor }) => {
      return redriveExecution(host)(params.workflow, params.name, body.reason, actor)
    },
    'POST /mails/{id}/resend': async ({ host, params, actor }) => {
      return resendMail(host)(params.id, actor)
    },
  },
)
