import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import * as z from 'zod'
import { type Hosted, hosted } from './hosted.ts'
import type { Lambda, Steps } from './lambda.ts'
import { logger } from './logger.ts'
import { countFor, publishMetrics } from './metrics.ts'

const Named = z.looseObject({ step: z.string() })

class StepMissingError extends Error {
  override name = 'StepMissingError'
}

type StepHandlers<S extends Steps, H> = {
  readonly [K in keyof S]: (input: z.infer<S[K]>, host: H) => Promise<unknown>
}

/**
 * Serves steps of workflows, told apart by `step` in the payload. An error keeps its name, which the state
 * machine may catch; a payload that does not fit its schema fails the execution.
 */
export const steps = <S extends Steps, H>(
  { work }: Pick<Lambda<{ readonly kind: 'steps'; readonly steps: S }>, 'work'>,
  host: () => H,
  handlers: StepHandlers<S, H>,
): Hosted<H, unknown, unknown> => {
  const schemas = new Map<string, z.ZodType>(Object.entries(work.steps))
  // `StepHandlers` has checked each handler against its schema; that type is lost here.
  const handles = new Map(
    Object.entries(handlers as Readonly<Record<string, (input: unknown, host: H) => Promise<unknown>>>),
  )
  return hosted(host, (given) =>
    middy<unknown, unknown>()
      .use(injectLambdaContext(logger, { resetKeys: true }))
      .use(publishMetrics())
      .handler(async (event) => {
        const { step, ...payload } = Named.parse(event)
        const schema = schemas.get(step)
        const handle = handles.get(step)
        if (schema === undefined || handle === undefined)
          throw new StepMissingError(`This function has no step ${step}.`)
        logger.appendKeys({ step })
        countFor(step)
        return (await handle(schema.parse(payload), given)) ?? null
      }),
  )
}

/** Work that a schedule starts. */
export const job = <S extends z.ZodType, H>(
  { name }: Pick<Lambda, 'name'>,
  input: S,
  host: () => H,
  handle: (input: z.infer<S>, host: H) => Promise<unknown>,
): Hosted<H, unknown, unknown> =>
  hosted(host, (given) =>
    middy<unknown, unknown>()
      .use(injectLambdaContext(logger, { resetKeys: true }))
      .use(publishMetrics())
      .handler(async (event) => {
        countFor(name)
        return (await handle(input.parse(event), given)) ?? null
      }),
  )

/** Work that an administrator of the host invokes by its name; an input that does not fit its schema fails the call. */
export const invoked = <S extends z.ZodType, H>(
  { name, work }: Lambda<{ readonly kind: 'invoked'; readonly input: S }>,
  host: () => H,
  handle: (input: z.infer<S>, host: H) => Promise<unknown>,
): Hosted<H, unknown, unknown> => job({ name }, work.input, host, handle)
