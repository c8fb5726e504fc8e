import type { Actor } from '../organisations/account.ts'
import { isRegion } from '../organisations/region.ts'
import { type Clock, timestamp, today } from '../platform/clock.ts'
import { type FieldFault, type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import type { RatesBody } from './api.ts'
import { newRates, type RatesVersion, readRates } from './rate.ts'
import { registerFaults } from './words.ts'

const YEARS_AHEAD = 2

/** Why a first day is too far ahead: in two years people still know what they planned. Undefined: it is not. */
export const tooFarAhead = (pointer: string, from: string, day: string): FieldFault | undefined => {
  const last = `${Number(day.slice(0, 4)) + YEARS_AHEAD}-12-31`
  return from <= last ? undefined : { pointer, detail: registerFaults.notAfter(last) }
}

/** Why a version may not begin on a day: it is before today, another version's, or too far ahead. Undefined: it may. */
export const firstDayRefusal = (
  pointer: string,
  from: string,
  day: string,
  taken: readonly string[],
): Refusal<'VERSION_NOT_LATER' | 'INPUT_INVALID'> | undefined => {
  const far = tooFarAhead(pointer, from, day)
  if (far !== undefined) return refuse('INPUT_INVALID', { errors: [far] })
  if (from >= day && !taken.includes(from)) return undefined
  const detail = from < day ? registerFaults.notBefore(day) : registerFaults.dayTaken
  return refuse('VERSION_NOT_LATER', { errors: [{ pointer, detail }] })
}

/** Sets what activities of Article 37 are worth from a day on; by the region. Earlier tables are never changed. */
export const setRates =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  (
    body: RatesBody,
    actor: Actor,
  ): Promise<Outcome<RatesVersion, 'INPUT_INVALID' | 'NOT_ALLOWED' | 'VERSION_NOT_LATER'>> =>
    retryOnConflict(async () => {
      if (!(await isRegion(table, actor))) return refuse('NOT_ALLOWED', { article: '37' })
      const taken = (await readRates(table)).map(({ validFrom }) => validFrom)
      const refusal = firstDayRefusal('/validFrom', body.validFrom, today(clock), taken)
      if (refusal !== undefined) return refusal
      const version: RatesVersion = { ...body, example: false, at: timestamp(clock), by: actor.id }
      await write(table, [newRates(version)])
      return succeed(version)
    })
