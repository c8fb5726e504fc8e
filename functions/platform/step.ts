import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import type * as z from 'zod'
import { logger } from './logger.ts'
import { publishMetrics } from './metrics.ts'

/**
 * A task of a workflow: ids in, ids out. What it throws keeps its name, for that is what the state machine
 * catches; an input that does not fit its schema is a fault of the definition and fails the execution.
 */
export const step = <S extends z.ZodType>(input: S, handle: (input: z.infer<S>) => Promise<unknown>) =>
  middy<unknown, unknown>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishMetrics())
    .handler(async (event) => (await handle(input.parse(event))) ?? null)
