import type { Actor } from '../organisations/account.ts'
import { isRegion } from '../organisations/region.ts'
import { type Clock, timestamp, today } from '../platform/clock.ts'
import { type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import type { RatesBody } from './api.ts'
import { newRates, type RatesVersion, readRates } from './rate.ts'
import { registerFaults } from './words.ts'

/**
 * Why a version may not begin on a day: it must be today or later, and after the latest version. Undefined:
 * it may.
 */
export const notLater = (
  pointer: string,
  from: string,
  day: string,
  latest: string | undefined,
): Refusal<'VERSION_NOT_LATER'> | undefined =>
  from >= day && (latest === undefined || from > latest)
    ? undefined
    : refuse('VERSION_NOT_LATER', {
        errors: [
          {
            pointer,
            detail:
              latest === undefined
                ? registerFaults.notBefore(day)
                : registerFaults.notBeforeAndAfter(day, latest),
          },
        ],
      })

/** Sets what activities of Article 37 are worth from a day on; by the region. Earlier tables are never changed. */
export const setRates =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  (body: RatesBody, actor: Actor): Promise<Outcome<RatesVersion, 'NOT_ALLOWED' | 'VERSION_NOT_LATER'>> =>
    retryOnConflict(async () => {
      if (!(await isRegion(table, actor))) return refuse('NOT_ALLOWED', { article: '37' })
      const latest = (await readRates(table)).at(-1)?.validFrom
      const refusal = notLater('/validFrom', body.validFrom, today(clock), latest)
      if (refusal !== undefined) return refusal
      const version: RatesVersion = { ...body, example: false, at: timestamp(clock), by: actor.id }
      await write(table, [newRates(version)])
      return succeed(version)
    })
