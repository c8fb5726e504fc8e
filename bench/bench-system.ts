import * as z from 'zod'
import { routes } from '../functions/catalog.ts'
import type { Table } from '../functions/platform/table.ts'
import type { Workflows } from '../functions/platform/workflows.ts'
import { openEngine } from '../local/engine/engine.ts'
import { fillSubstitutions } from '../local/engine/read-definition.ts'
import { engineWorkflows } from '../local/engine-workflows.ts'
import { openFunctions } from '../local/functions.ts'
import { loadMachines } from '../local/machines.ts'

process.env.POWERTOOLS_LOG_LEVEL ??= 'ERROR'
process.env.POWERTOOLS_METRICS_DISABLED ??= 'true'

const Reply = z.object({ statusCode: z.number(), body: z.string() })

class RefusedError extends Error {
  override name = 'RefusedError'
}

/** What a call carries besides who calls. */
export interface Given {
  readonly body?: object
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** The functions and machines on a table, called as API Gateway calls them. */
export interface BenchSystem {
  /** @throws RefusedError where it is not answered with what was asked for. */
  readonly call: (key: string, subject: string, given?: Given) => Promise<string>
  /** Tells the workflows what acts had to say, and waits until they stand still. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Workflows are told when `settle` is called, so that what they do is never in the time or units of an act. */
export const openBenchSystem = async (table: Table): Promise<BenchSystem> => {
  const clock = { now: () => Date.now() }
  const told: (() => Promise<unknown>)[] = []
  const later: Workflows = {
    start: async (...given) => void told.push(() => workflows.start(...given)),
    succeed: async (...given) => {
      told.push(() => workflows.succeed(...given))
      return 'taken'
    },
    fail: async (...given) => {
      told.push(() => workflows.fail(...given))
      return 'taken'
    },
  }
  const functions = openFunctions(() => ({
    ...{ table, clock, workflows: later, publicUrl: 'http://127.0.0.1' },
    mailer: { send: async () => undefined },
  }))
  const engine = openEngine({
    ...{ file: ':memory:', clock },
    machines: (await loadMachines()).map(({ name, definition, substitutions }) => ({
      name,
      definition: fillSubstitutions(definition, substitutions),
    })),
    invoke: (name, payload) => functions.invoke(name, payload),
  })
  const workflows = engineWorkflows(engine)
  engine.resume()
  return {
    async call(key, subject, { body, params, query, headers = {} } = {}) {
      const route = routes.find((one) => one.key === key)
      if (route === undefined) throw new RefusedError(`There is no ${key}.`)
      const reply = Reply.parse(
        await functions.invoke(route.lambda.name, {
          ...{ routeKey: key, headers, pathParameters: params, queryStringParameters: query },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          requestContext: {
            http: { method: route.method },
            authorizer: { jwt: { claims: { iss: 'http://127.0.0.1', sub: subject } } },
          },
        }),
      )
      if (reply.statusCode >= 300) throw new RefusedError(`${key}: ${reply.body}`)
      return reply.body
    },
    async settle() {
      while (told.length > 0) {
        for (const tell of told.splice(0)) await tell()
        await engine.settled()
      }
    },
    close: () => engine.close(),
  }
}

const Filed = z.object({ id: z.string() })

/** Files an online claim of the demo's teacher as them. @returns its id; its first desk opens with `settle`. */
export const fileClaim = async ({ call }: Pick<BenchSystem, 'call'>, nth: number): Promise<string> => {
  const body = {
    ...{ type: 'recognition', staffId: 'staff.zhao', title: `公共科目网络培训第 ${nth} 期` },
    ...{ provider: '内蒙古自治区党校', certificateNo: `A-2026-${nth}`, evidence: [] },
    lines: [
      {
        ...{ subject: 'public', category: 'in_service', mode: 'online', hours: 1 },
        ...{ from: '2026-05-11', to: '2026-05-15' },
      },
    ],
  }
  const headers = { 'idempotency-key': `bench-${nth}` }
  return Filed.parse(JSON.parse(await call('POST /api/requests', 'staff.zhao', { body, headers }))).id
}
