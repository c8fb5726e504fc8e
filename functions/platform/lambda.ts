import type * as z from 'zod'
import type { Access } from './callers.ts'
import type { Operation } from './operation.ts'

export type Method = 'GET' | 'POST'

/** As API Gateway keys a route, below `/api`: `POST /requests/{id}/withdraw`. */
export type RouteKey = `${Method} /${string}`

/** What a function may do, in the platform's own terms; each host gives just that. */
export type Grant =
  | 'table:read'
  | 'table:scan'
  | 'table:write'
  /** To put on record who looked, and to write nothing else. */
  | 'looks:write'
  | 'objects:read'
  | 'objects:write'
  | 'workflow:recognition'
  | 'workflow:make-up-delay'
  | 'workflow:post-change'
  | 'workflow:deemed'
  | 'workflow:record-change'
  | 'workflow:justified-reason'
  | 'workflow:objection'
  | 'workflow:feed-batch'
  | 'workflow:programme-filing'
  | 'workflow:complaint'
  | 'workflow:question'
  | 'workflow:inspection'
  | 'workflow:daily'
  | 'workflow:settle'
  | 'workflow:year-close'
  | 'workflow:night-walk'
  | 'tokens:answer'
  | 'executions:read'
  | 'executions:redrive'
  | 'mail:send'
  /** To know the key that standings are sealed with. */
  | 'ledger:seal'
  /** To know the key that complainants' identities are sealed with, and that codes are made by. */
  | 'complaint:seal'
  | 'certificate:sign'
  /** To know the public keys that certificates were signed with. */
  | 'certificate:verify'
  /** To read which claim of a login finds its account. */
  | 'identity:claim'

/** The scope that the identity provider gives to the programs of listed providers (Art. 41), and to nobody else. */
export const FEED_SCOPE = 'training-feeds'

/** The header in which the pages' distribution sends the API its key. */
export const ORIGIN_KEY_HEADER = 'x-origin-key'

export type Routes = Readonly<Record<RouteKey, Operation>>
export type Steps = Readonly<Record<string, z.ZodType>>

/** When a job runs: every so many minutes, or by the calendar of Asia/Shanghai (minute, hour, day, month, weekday). */
export type Schedule =
  | { readonly every: number }
  | {
      readonly cron: string
      /** It looks at what stands now: turns that a local clock jumps over, or that were missed, are left out. */
      readonly present?: true
    }

/** What a Lambda is called for. */
export type Work =
  /** A group's routes have one access. */
  | { readonly kind: 'routes'; readonly access: Access; readonly routes: Routes }
  /** Steps of workflows, told apart by `step` in the payload; each with the rest of its payload. */
  | { readonly kind: 'steps'; readonly steps: Steps }
  | { readonly kind: 'job'; readonly schedule: Schedule }
  /** Called by whoever administers the host alone: no route, schedule or workflow leads to it. */
  | { readonly kind: 'invoked'; readonly input: z.ZodType }

/** A Lambda function as both hosts read it: a group of routes or steps of one capability, or one job. */
export interface Lambda<W extends Work = Work> {
  readonly name: string
  /** The module, from the root of the project, that exports `handler`. */
  readonly entry: string
  readonly work: W
  readonly grants: readonly Grant[]
  /** MB; 512 where nothing is said. */
  readonly memory?: number
  /** Seconds; 15 for routes, 60 for steps, 300 for jobs, 60 for what an administrator invokes, where nothing is said. */
  readonly timeout?: number
  /** Draws certificates: needs the font beside its code. */
  readonly font?: true
  /** Also answers calls that no route takes. One open group does; it needs no grant for that. */
  readonly answersUnknown?: true
}

const TIMEOUTS = { routes: 15, steps: 60, job: 300, invoked: 60 } as const satisfies Record<
  Work['kind'],
  number
>

/** Seconds that a Lambda may take. */
export const timeoutOf = ({ timeout, work }: Pick<Lambda, 'timeout' | 'work'>): number =>
  timeout ?? TIMEOUTS[work.kind]

export const reads = ['table:read'] as const satisfies readonly Grant[]
export const writes = ['table:read', 'table:write'] as const satisfies readonly Grant[]
