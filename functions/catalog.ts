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

/** What a function may do, in the platform's own terms; each host gives just that. */
export type Grant =
  | 'table:read'
  | 'table:write'
  | 'objects:read'
  | 'objects:write'
  | 'workflow:recognition'
  | 'workflow:settle'
  | 'tokens:answer'
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

const reads = ['table:read'] as const
const decides = ['table:read', 'table:write', 'tokens:answer'] as const

export const catalog: readonly CatalogEntry[] = [
  route('GET', '/health', 'health', [], { open: true }),
  route('GET', '/openapi.json', 'openapi', [], { open: true }),
  route('POST', '/assessments', 'assess', [], { open: true, memory: 1024 }),
  route('GET', '/verify/{code}', 'verify', reads, { open: true }),

  route('GET', '/me', 'me', reads),
  route('POST', '/evidence', 'upload-evidence', ['table:read', 'table:write', 'objects:write'], {
    memory: 1024,
  }),
  route('POST', '/evidence/{id}', 'complete-evidence', ['table:read', 'table:write', 'objects:read'], {
    memory: 1024,
  }),

  route('POST', '/requests', 'submit-request', ['table:read', 'table:write', 'workflow:recognition']),
  route('GET', '/requests', 'list-requests', reads),
  route('GET', '/requests/{id}', 'read-request', reads),
  route('POST', '/requests/{id}/withdraw', 'withdraw-request', decides),
  route('POST', '/requests/{id}/resubmit', 'resubmit-request', [
    'table:read',
    'table:write',
    'workflow:recognition',
  ]),
  route('GET', '/requests/{id}/evidence/{evidence}', 'read-evidence', ['table:read', 'objects:read'], {
    memory: 1024,
  }),

  route('GET', '/tasks', 'list-tasks', reads),
  route('GET', '/tasks/{id}', 'read-task', reads),
  route('POST', '/tasks/{id}/decision', 'decide-task', decides),
  route('POST', '/tasks/{id}/remind', 'remind-task', ['table:read', 'table:write', 'mail:send']),

  route('GET', '/staff/{id}/ledger', 'read-ledger', reads),
  route('GET', '/staff/{id}/eligibility', 'read-eligibility', reads),

  route('GET', '/certificates', 'list-certificates', reads),
  route('GET', '/certificates/{number}', 'read-certificate', reads),
  route('GET', '/certificates/{number}/pdf', 'read-certificate-pdf', ['table:read', 'objects:read'], {
    memory: 1024,
  }),

  step('open-task', ['table:read', 'table:write', 'tokens:answer', 'mail:send']),
  step('remind-desk', ['table:read', 'table:write', 'mail:send']),
  step('escalate-desk', ['table:read', 'table:write', 'mail:send']),
  step('credit-line', ['table:read', 'table:write', 'workflow:settle', 'mail:send']),
  step('end-line', ['table:read', 'table:write', 'mail:send']),
  step('find-due', reads),
  step('issue-certificate', ['table:read', 'table:write', 'certificate:sign'], { font: true, memory: 1024 }),
  step('render-certificate', ['table:read', 'objects:write'], { font: true, memory: 1769 }),
  step('tell-certificate', ['table:read', 'table:write', 'mail:send']),

  every(5, 'reconcile', ['table:read', 'table:write', 'workflow:recognition', 'tokens:answer', 'mail:send']),
]
