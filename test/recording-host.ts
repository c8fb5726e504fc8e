import type { Clock } from '../functions/platform/clock.ts'
import type { Mail } from '../functions/platform/mail.ts'
import type { Table } from '../functions/platform/table.ts'
import type { WorkflowName } from '../workflows/contract.ts'

/** What a host was asked for, in order, and what its surroundings refuse. One a test. */
export const nothingAsked = () => ({
  sent: [] as Mail[],
  /** Executions, each name once, as Step Functions starts them. */
  started: [] as { readonly machine: WorkflowName; readonly name: string; readonly input: object }[],
  /** Tokens that were answered; `detail` is the output, or the error's name. */
  told: [] as {
    readonly kind: 'success' | 'failure'
    readonly token: string
    readonly detail: object | string
  }[],
  /** Nobody waits on these tokens any more: they timed out, or their execution ended. */
  gone: new Set<string>(),
  mailFails: false,
  engineFails: false,
})
export type Asked = ReturnType<typeof nothingAsked>

/** The host of acts that run against a table of their own: mails and machines are kept in the asked. */
export const recordingHost = (table: Table, clock: Clock, asked: Asked = nothingAsked()) => {
  const answer = async (kind: 'success' | 'failure', token: string, detail: object | string) => {
    if (asked.engineFails) throw new Error('away')
    if (asked.gone.has(token)) return 'gone' as const
    asked.told.push({ kind, token, detail })
    return 'taken' as const
  }
  return {
    table,
    clock,
    publicUrl: 'http://127.0.0.1',
    mailer: {
      async send(mail: Mail) {
        if (asked.mailFails) throw new Error('connection refused')
        asked.sent.push(mail)
      },
    },
    workflows: {
      async start(machine: WorkflowName, name: string, input: object) {
        if (asked.engineFails) throw new Error('away')
        if (!asked.started.some((one) => one.machine === machine && one.name === name))
          asked.started.push({ machine, name, input })
      },
      succeed: (token: string, output: object) => answer('success', token, output),
      fail: (token: string, error: string) => answer('failure', token, error),
    },
  }
}
