/**
 * The one declaration that two hosts read: `infra` turns it into Lambda functions, routes, schedules and grants;
 * `local` serves it in one process. What is not here runs in neither. It declares and imports nothing that runs.
 */

export type Method = 'GET' | 'POST'

export type Trigger =
  /** `path` stands below `/api`; `open` needs no session. */
  | {
      readonly kind: 'route'
      readonly method: Method
      readonly path: string
      readonly access: 'open' | 'session'
    }
  | { readonly kind: 'step' }
  /** Every so many minutes. */
  | { readonly kind: 'every'; readonly minutes: number }
  /** By the calendar of Asia/Shanghai: minute, hour, day, month, day of the week, as cron has them. */
  | { readonly kind: 'at'; readonly cron: string }

/** What a function may do, in the platform's own terms; each host gives just that. */
export type Grant =
  | 'table:read'
  | 'table:write'
  | 'objects:read'
  | 'objects:write'
  | 'workflow:recognition'
  | 'workflow:make-up-delay'
  | 'workflow:post-change'
  | 'workflow:deemed'
  | 'workflow:daily'
  | 'workflow:settle'
  | 'workflow:year-close'
  | 'tokens:answer'
  | 'executions:read'
  | 'executions:redrive'
  | 'mail:send'
  | 'certificate:sign'

export interface CatalogEntry {
  /** Also the name of its file in `http/`, `steps/` or `jobs/`. */
  readonly name: string
  /** The module, from the root of the project, that exports `handler`. */
  readonly entry: string
  readonly trigger: Trigger
  readonly grants: readonly Grant[]
  /** MB; 512 where nothing is said. */
  readonly memory?: number
  /** Seconds; 15 where nothing is said. */
  readonly timeout?: number
  /** Draws certificates: needs the font beside its code. */
  readonly font?: true
}

type Rest = Partial<Pick<CatalogEntry, 'memory' | 'timeout' | 'font'>>

const route = (
  method: Method,
  path: string,
  name: string,
  grants: readonly Grant[],
  rest: Rest & { open?: true } = {},
): CatalogEntry => {
  const { open, ...more } = rest
  return {
    name,
    entry: `functions/http/${name}.ts`,
    trigger: { kind: 'route', method, path, access: open ? 'open' : 'session' },
    grants,
    ...more,
  }
}
const step = (name: string, grants: readonly Grant[], rest: Rest = {}): CatalogEntry => ({
  name,
  entry: `functions/steps/${name}.ts`,
  trigger: { kind: 'step' },
  grants,
  timeout: 60,
  ...rest,
})
const every = (minutes: number, name: string, grants: readonly Grant[], rest: Rest = {}): CatalogEntry => ({
  name,
  entry: `functions/jobs/${name}.ts`,
  trigger: { kind: 'every', minutes },
  grants,
  timeout: 300,
  ...rest,
})

const at = (cron: string, name: string, grants: readonly Grant[], rest: Rest = {}): CatalogEntry => ({
  name,
  entry: `functions/jobs/${name}.ts`,
  trigger: { kind: 'at', cron },
  grants,
  timeout: 300,
  ...rest,
})

const reads = ['table:read'] as const
const writes = ['table:read', 'table:write'] as const
/** Starts the state machine of any request that is filed. */
const startsRequests = [
  'workflow:recognition',
  'workflow:make-up-delay',
  'workflow:post-change',
  'workflow:deemed',
] as const
const decides = ['table:read', 'table:write', 'tokens:answer'] as const

/** Adds to a ledger, lets certificates follow, and tells people. */
const records = ['table:read', 'table:write', 'workflow:settle', 'mail:send'] as const

export const catalog: readonly CatalogEntry[] = [
  route('GET', '/health', 'health', [], { open: true }),
  route('GET', '/openapi.json', 'openapi', [], { open: true }),
  route('POST', '/assessments', 'assess', reads, { open: true, memory: 1024 }),
  route('GET', '/verify/{code}', 'verify', reads, { open: true }),

  route('GET', '/me', 'me', reads),
  route('POST', '/evidence', 'upload-evidence', ['table:read', 'table:write', 'objects:write'], {
    memory: 1024,
  }),
  route('POST', '/evidence/{id}', 'complete-evidence', ['table:read', 'table:write', 'objects:read'], {
    memory: 1024,
  }),

  route('POST', '/requests', 'submit-request', ['table:read', 'table:write', ...startsRequests]),
  route('GET', '/requests', 'list-requests', reads),
  route('GET', '/requests/{id}', 'read-request', reads),
  route('POST', '/requests/{id}/withdraw', 'withdraw-request', decides),
  route('POST', '/requests/{id}/resubmit', 'resubmit-request', [
    'table:read',
    'table:write',
    ...startsRequests,
  ]),
  route('GET', '/requests/{id}/evidence/{evidence}', 'read-evidence', ['table:read', 'objects:read'], {
    memory: 1024,
  }),

  route('GET', '/tasks', 'list-tasks', reads),
  route('GET', '/tasks/{id}', 'read-task', reads),
  route('POST', '/tasks/{id}/decision', 'decide-task', decides),
  route('POST', '/tasks/decisions', 'approve-tasks', decides, { memory: 1024, timeout: 29 }),
  route('POST', '/tasks/{id}/reassignment', 'reassign-task', ['table:read', 'table:write', 'mail:send']),
  route('POST', '/tasks/{id}/remind', 'remind-task', ['table:read', 'table:write', 'mail:send']),

  route('GET', '/delegations', 'list-delegations', reads),
  route('POST', '/delegations', 'delegate', ['table:read', 'table:write', 'mail:send']),
  route('POST', '/delegations/{id}/revocation', 'end-delegation', writes),

  route('GET', '/staff/{id}/ledger', 'read-ledger', reads),
  route('GET', '/staff/{id}/entries', 'read-entries', reads),
  route('GET', '/staff/{id}/trainings', 'read-training-archive', reads),
  route('GET', '/staff/{id}/eligibility', 'read-eligibility', reads),
  route('POST', '/staff/{id}/corrections', 'correct-entry', records),
  route('POST', '/staff/{id}/justified', 'record-justified', records),

  route('GET', '/certificates', 'list-certificates', reads),
  route('GET', '/certificates/{number}', 'read-certificate', reads),
  route('POST', '/certificates/{number}/revocation', 'revoke-certificate', [
    'table:read',
    'table:write',
    'mail:send',
  ]),
  route(
    'GET',
    '/certificates/{number}/pdf',
    'read-certificate-pdf',
    ['table:read', 'objects:read', 'objects:write'],
    { font: true, memory: 1769 },
  ),

  route('GET', '/persons', 'list-persons', reads),
  route('POST', '/persons', 'register-person', writes),
  route('GET', '/persons/{id}', 'read-person', reads),
  route('POST', '/persons/{id}', 'change-person', ['table:read', 'table:write', 'workflow:settle']),
  route('GET', '/persons/{id}/changes', 'list-person-changes', reads),
  route('GET', '/organisations', 'list-organisations', reads),
  route('POST', '/organisations', 'register-organisation', writes),
  route('GET', '/organisations/{id}', 'read-organisation', reads),
  route('POST', '/organisations/{id}', 'change-organisation', writes, { timeout: 30 }),
  route('GET', '/organisations/{id}/released', 'list-released', reads),
  route('GET', '/organisations/{id}/seats', 'list-seats', reads),
  route('POST', '/organisations/{id}/seats', 'change-seat', writes),
  route('GET', '/providers', 'list-providers', reads),
  route('POST', '/providers', 'register-provider', writes),
  route('POST', '/providers/{id}', 'change-provider', writes),
  route('GET', '/rates', 'list-rates', reads),
  route('POST', '/rates', 'set-rates', writes),
  route('GET', '/parameters', 'read-parameters', reads),
  route('POST', '/parameters', 'set-parameters', writes),
  route(
    'POST',
    '/imports',
    'import-file',
    ['table:read', 'table:write', 'workflow:recognition', 'workflow:settle'],
    { memory: 1769, timeout: 30 },
  ),
  route('GET', '/imports/templates/{kind}', 'read-import-template', reads),

  route('GET', '/years/{year}', 'read-year', reads),
  route('POST', '/years/{year}/close', 'start-close', ['table:read', 'table:write', 'workflow:year-close']),
  route('POST', '/years/{year}/rehearsal', 'start-rehearsal', [
    'table:read',
    'table:write',
    'workflow:year-close',
  ]),
  route('POST', '/years/{year}/redrive', 'redrive-close', [
    'table:read',
    'table:write',
    'workflow:year-close',
  ]),
  route('GET', '/years/{year}/rehearsal', 'read-rehearsal', reads),
  route('GET', '/years/{year}/results', 'list-results', reads, { memory: 1024 }),
  route('GET', '/years/{year}/organisations', 'list-year-organisations', reads, {
    memory: 1024,
    timeout: 29,
  }),
  route('GET', '/years/{year}/export', 'export-results', reads, { memory: 1769, timeout: 29 }),

  route('GET', '/executions', 'list-executions', ['table:read', 'executions:read']),
  route('GET', '/executions/counters', 'count-executions', ['table:read', 'executions:read'], {
    timeout: 29,
  }),
  route('GET', '/executions/{workflow}/{name}', 'read-execution', ['table:read', 'executions:read']),
  route('GET', '/executions/{workflow}/{name}/events', 'list-execution-events', [
    'table:read',
    'executions:read',
  ]),
  route('POST', '/executions/{workflow}/{name}/redrive', 'redrive-execution', [
    'table:read',
    'table:write',
    'executions:read',
    'executions:redrive',
  ]),

  route('GET', '/mails', 'list-mails', reads),
  route('POST', '/mails/{id}/resend', 'resend-mail', ['table:read', 'table:write', 'mail:send']),
  route('GET', '/audit', 'search-audit', reads, { memory: 1024, timeout: 29 }),

  step('open-task', ['table:read', 'table:write', 'tokens:answer', 'mail:send']),
  step('remind-desk', ['table:read', 'table:write', 'mail:send']),
  step('escalate-desk', ['table:read', 'table:write', 'mail:send']),
  step('credit-line', [...records, 'tokens:answer'], { timeout: 300 }),
  step('end-line', records),
  step('record-delay', records),
  step('record-deemed', records),
  step('judge-change', reads),
  step('hold-change', ['table:read', 'table:write', 'tokens:answer']),
  step('record-change', records),
  step('refuse-change', ['table:read', 'table:write', 'mail:send']),
  step('notify-due', records, { timeout: 300 }),
  step('find-due', reads),
  step('issue-certificate', ['table:read', 'table:write', 'certificate:sign'], { font: true, memory: 1024 }),
  step('revise-certificate', ['table:read', 'table:write']),
  step('correct-result', ['table:read', 'table:write']),
  step('render-certificate', ['table:read', 'objects:write'], { font: true, memory: 1769 }),
  step('tell-certificate', ['table:read', 'table:write', 'mail:send']),

  step('freeze-year', ['table:read', 'table:write']),
  step('list-shards', ['table:read', 'table:write'], { timeout: 300 }),
  step('assess-page', ['table:read', 'table:write', 'workflow:settle'], { memory: 1769, timeout: 300 }),
  step('sum-up-year', ['table:read', 'table:write'], { memory: 3008, timeout: 900 }),
  step('report-year', ['table:read', 'table:write', 'mail:send'], { timeout: 300 }),
  step('fail-year', ['table:read', 'table:write']),

  at('30 8 * * *', 'daily', ['workflow:daily']),
  at('59 23 31 12 *', 'close-year', ['table:read', 'table:write', 'workflow:year-close']),
  every(5, 'reconcile', [
    'table:read',
    'table:write',
    ...startsRequests,
    'workflow:settle',
    'tokens:answer',
    'mail:send',
  ]),
]
