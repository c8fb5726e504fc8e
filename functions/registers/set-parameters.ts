import { formatDate } from '../../rules/calendar.ts'
import { type Edition, edition2024, type Readings } from '../../rules/edition.ts'
import { hours } from '../../rules/hours.ts'
import { readingTexts } from '../../rules/reading-texts.ts'
import { ReadingsJson } from '../../rules/readings-json.ts'
import type { Actor } from '../organisations/account.ts'
import { isRegion } from '../organisations/region.ts'
import { type Clock, timestamp, today } from '../platform/clock.ts'
import { faultsOf } from '../platform/faults.ts'
import type { Language } from '../platform/language.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import type { ParametersBody, ParametersView } from './api.ts'
import {
  enterParameters,
  type ParametersVersion,
  parametersOn,
  ReadingName,
  readParameters,
} from './parameters.ts'
import { firstDayRefusal } from './set-rates.ts'
import { registerFaults } from './words.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
  /** Whether a year has been closed, or is being closed. */
  readonly isClosed: (year: number) => Promise<boolean>
}

/** The figures of an edition that people ask about, each with its article. */
const figuresOf = ({ annual, induction, termSession, transfer, makeUp, tenthsPerHalfDay }: Edition) => {
  const figure = (name: string, article: string, value: number, unit: 'hours' | 'half-days' | 'months') => ({
    name,
    article,
    value,
    unit,
  })
  return [
    figure('annual', annual.article, hours(annual.tenths), 'hours'),
    figure('annual', annual.article, annual.halfDays, 'half-days'),
    figure('annualPublic', annual.article, hours(annual.publicTenths), 'hours'),
    figure('annualProfessional', annual.article, hours(annual.professionalTenths), 'hours'),
    figure('induction', induction.article, hours(induction.tenths), 'hours'),
    figure('induction', induction.article, induction.halfDays, 'half-days'),
    figure('inductionDue', induction.article, induction.dueMonths, 'months'),
    figure('inductionLimit', induction.article, induction.limitMonths, 'months'),
    figure('termSession', termSession.article, hours(termSession.tenths), 'hours'),
    figure('termSession', termSession.article, termSession.halfDays, 'half-days'),
    figure('transfer', transfer.article, hours(transfer.tenths), 'hours'),
    figure('transfer', transfer.article, transfer.halfDays, 'half-days'),
    figure('transferDue', transfer.article, transfer.dueMonths, 'months'),
    figure('makeUp', makeUp.article, makeUp.months, 'months'),
    figure('halfDay', '39(1)', hours(tenthsPerHalfDay), 'hours'),
  ]
}

const names = [
  'minimaHoldUnderEitherTotal',
  'onlineTenthsPerHalfDay',
  'inductionDeemsYearOf',
  'inductionCountsForTheYear',
  'makeUpRunsFrom',
  'delayWindow',
  'inductionDeemsWithin',
  'failedInductionStands',
  'trainingBeforeHiring',
  'inductionMonthsBeforeHiring',
  'leadersExcepted',
  'annualAppliesBy',
  'termSessionMonths',
  'transferAfterLimit',
  'transferWithinWindow',
  'transferClaimWorkingDays',
  'filingWorkingDays',
  'gradeExamYears',
] as const satisfies readonly (keyof Readings)[]

/** The parameters in force on a day, and every dated version. */
export const viewParameters = async (
  table: Table,
  day: string,
  language: Language,
): Promise<ParametersView> => {
  const versions = await readParameters(table)
  const { readings, providerCheck } = parametersOn(versions, day)
  return {
    edition: {
      name: edition2024.name,
      inForceFrom: formatDate(edition2024.inForceFrom),
      figures: figuresOf(edition2024),
    },
    readings: names.map((name) => ({
      name,
      article: readingTexts[name].article,
      value: readings[name],
      default: edition2024.readings[name],
      what: readingTexts[name].what[language],
      why: readingTexts[name].why[language],
      whom: readingTexts[name].whom[language],
    })),
    providerCheck,
    versions: versions.map(({ by: _, ...version }) => version),
  }
}

/** The readings of before with those that the body gives. */
const merged = (before: Readings, given: ParametersBody['readings']) =>
  ReadingsJson.safeParse(
    {
      ...before,
      ...Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)),
    },
    { reportInput: true },
  )

type Refused = 'INPUT_INVALID' | 'NOT_ALLOWED' | 'VERSION_NOT_LATER' | 'YEAR_FROZEN'

/**
 * A version of the readings as it may be set from a day on; by the region. A year takes the readings in force at its end,
 * so a day in a closed year is refused. `bound`: until when it holds, and which version it ends, where it comes with an
 * interpretation.
 */
export const prepareParameters =
  ({ table, clock, isClosed }: Deps) =>
  async (
    body: ParametersBody,
    actor: Actor,
    bound: { readonly until?: string | undefined; readonly ends?: string | undefined } = {},
  ): Promise<Outcome<ParametersVersion, Refused>> => {
    if (!(await isRegion(table, actor))) return refuse('NOT_ALLOWED')
    if (await isClosed(Number(body.effectiveFrom.slice(0, 4))))
      return refuse('YEAR_FROZEN', {
        article: '32',
        errors: [
          {
            pointer: '/effectiveFrom',
            detail: registerFaults.yearClosed,
          },
        ],
      })
    const versions = await readParameters(table)
    const taken = versions.map((version) => version.effectiveFrom)
    const refusal = firstDayRefusal('/effectiveFrom', body.effectiveFrom, today(clock), taken)
    if (refusal !== undefined) return refusal
    const { effectiveFrom, reason } = body
    const { until, ends } = bound
    const held = parametersOn(versions, effectiveFrom, ends)
    const readings = merged(held.readings, body.readings)
    if (!readings.success) return refuse('INPUT_INVALID', { errors: faultsOf(readings.error) })
    const names = ReadingName.options.filter((name) => body.readings?.[name] !== undefined)
    return succeed({
      ...{ effectiveFrom, readings: readings.data, providerCheck: body.providerCheck ?? held.providerCheck },
      ...{ at: timestamp(clock), by: actor.id, reason, names },
      ...(until === undefined ? {} : { until }),
      ...(ends === undefined ? {} : { ends }),
    })
  }

/** Sets the readings from a day on; by the region. */
export const setParameters =
  (deps: Deps) =>
  (body: ParametersBody, actor: Actor): Promise<Outcome<ParametersVersion, Refused>> =>
    retryOnConflict(async () => {
      const prepared = await prepareParameters(deps)(body, actor)
      if (prepared.ok) await write(deps.table, await enterParameters(deps.table, prepared.value))
      return prepared
    })
