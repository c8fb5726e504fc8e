import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../functions/organisations/account.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { NewProvider, ParametersBody, ProviderChangeBody, RatesBody } from '../../functions/registers/api.ts'
import { checkProvider } from '../../functions/registers/check-provider.ts'
import {
  editionFor,
  editionsAsOf,
  editionsSince,
  ratedEditionsAsOf,
} from '../../functions/registers/edition-for.ts'
import { changeProvider, listProviders, registerProvider } from '../../functions/registers/keep-providers.ts'
import {
  newParameters,
  type ParametersVersion,
  parametersOn,
  ReadingName,
  readParameters,
  withVersion,
} from '../../functions/registers/parameters.ts'
import { providerChanges } from '../../functions/registers/provider.ts'
import { ratesOn, readRates } from '../../functions/registers/rate.ts'
import { setParameters, viewParameters } from '../../functions/registers/set-parameters.ts'
import { setRates } from '../../functions/registers/set-rates.ts'
import { edition2024 } from '../../rules/edition.ts'
import { times } from '../proving.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
let closed: number[] = []
const isClosed = async (year: number) => closed.includes(year)
const fresh = async () => {
  closed = []
  table = await database.newTable()
  await seedRegisters(table)
}

const list = (more: object = {}, actor: Actor = people.region) =>
  registerProvider({ table, clock })(
    NewProvider.parse({ name: '干部网络学院', listedFrom: '2026-01-01', reason: '确定名单', ...more }),
    actor,
  )
const line = (from: string, to: string, more: object = {}) => ({
  subject: 'professional' as const,
  mode: 'online' as const,
  from,
  to,
  ...more,
})

describe('Art. 41: the region lists the providers of online training', () => {
  beforeEach(fresh)
  test('a listing begins, is ended with a reason, and what it said stays on record', async () => {
    const made = await list({ aliases: ['干网'] })
    if (!made.ok) throw new Error(made.code)
    expect(await list()).toMatchObject({ value: { id: made.value.id, aliases: ['干网'] } })
    const ended = await changeProvider({ table, clock })(
      made.value.id,
      ProviderChangeBody.parse({ version: 1, reason: '到期', listedUntil: '2026-06-30' }),
      people.region,
    )
    expect(ended).toMatchObject({
      ok: true,
      value: { listedUntil: '2026-06-30', aliases: ['干网'], version: 2 },
    })
    expect(
      await changeProvider({ table, clock })(made.value.id, { version: 1, reason: 'x' }, people.region),
    ).toMatchObject({ code: 'STALE_VERSION' })
    expect(await providerChanges(table, made.value.id)).toMatchObject([
      { what: 'registered', before: null },
      { what: 'changed', reason: '到期', before: { listedUntil: null } },
    ])
    expect(await listProviders(table, '2026-06-30')).toHaveLength(1)
    expect(await listProviders(table, '2026-07-01')).toHaveLength(0)
    expect(await listProviders(table)).toHaveLength(1)
  })

  test('a listing does not end before it begins', async () => {
    expect(await list({ listedUntil: '2025-12-31' })).toMatchObject({ errors: [{ pointer: '/listedUntil' }] })
  })

  test('a claim from a provider that is not listed is told to the desks, unless the region has it refused', async () => {
    await list()
    const check = (provider: string | undefined, day = '2026-06-15') =>
      checkProvider(table, { lines: [line('2026-02-01', '2026-02-03')], provider }, day)
    expect(await check('干部网络学院')).toEqual({ ok: true, value: [] })
    expect(await check('某某公司')).toMatchObject({
      ok: true,
      value: [{ zh: expect.stringContaining('某某公司') }],
    })
    expect(await check(undefined)).toMatchObject({ ok: true, value: [expect.anything()] })
    await set({ effectiveFrom: '2026-07-01', providerCheck: 'refuse' })
    expect(await check('某某公司')).toMatchObject({ ok: true })
    expect(await check('某某公司', '2026-07-01')).toMatchObject({
      code: 'PROVIDER_NOT_LISTED',
      article: '41',
      errors: [{ pointer: '/provider' }],
    })
    const ofDepartment = {
      lines: [line('2026-02-01', '2026-02-03')],
      provider: 'x',
      organisedBy: 'department' as const,
    }
    expect(await checkProvider(table, ofDepartment, '2026-07-01')).toEqual({ ok: true, value: [] })
  })
})

const set = (body: object, actor: Actor = people.region) =>
  setParameters({ table, clock, isClosed })(ParametersBody.parse({ reason: '口径调整', ...body }), actor)

const readingsOn = async (day: string) => parametersOn(await readParameters(table), day).readings

describe('readings are dated versions that nobody overwrites', () => {
  beforeEach(fresh)
  test('a year takes those in force at its end; what is not named stays', async () => {
    expect(await editionFor(table, 2026)).toEqual(edition2024)
    await set({ effectiveFrom: '2026-07-01', readings: { inductionDeemsYearOf: 'hiring' } })
    await set({ effectiveFrom: '2027-01-01', readings: { onlineTenthsPerHalfDay: 40 } })
    expect(await editionFor(table, 2025)).toEqual(edition2024)
    expect((await editionFor(table, 2026)).readings).toEqual({
      ...edition2024.readings,
      inductionDeemsYearOf: 'hiring',
    })
    expect((await editionFor(table, 2027)).readings).toEqual({
      ...edition2024.readings,
      inductionDeemsYearOf: 'hiring',
      onlineTenthsPerHalfDay: 40,
    })
  })

  test('what the authority had set by a past day is known, whatever it set afterwards', async () => {
    await set({ effectiveFrom: '2026-07-01', readings: { gradeExamYears: 3 } })
    const { now, asKnownOn } = await editionsSince(table, 2026)
    const known = (day: string) => asKnownOn(day).map((one) => one(2026).readings.gradeExamYears)
    expect(now(2026).readings.gradeExamYears).toBe(3)
    expect(known('2026-06-14')).toEqual([5, 5])
    // The version was made on that day: what held before it, and after.
    expect(known('2026-06-15')).toEqual([5, 3])
    expect(known('2026-06-16')).toEqual([3, 3])
  })

  test('the calculator reads a running year by those in force on its day, and activities by the tables set', async () => {
    await set({ effectiveFrom: '2026-07-01', readings: { gradeExamYears: 3 } })
    const on = async (day: string, year: number) =>
      (await editionsAsOf(table, day, '2026-06-15'))(year).readings.gradeExamYears
    expect(await on('2026-06-30', 2026)).toBe(5)
    expect(await on('2026-07-01', 2026)).toBe(3)
    expect(await on('2027-03-01', 2026)).toBe(3)
    expect(await on('2027-03-01', 2025)).toBe(5)
    const rated = async () => (await ratedEditionsAsOf(table, '2026-06-15', '2026-06-15'))(2026).activities
    const activities = await rated()
    expect(activities.rates).toEqual(edition2024.activities.rates)
    await rates('2026-07-01')
    const set2026 = await rated()
    expect(set2026.rates).toMatchObject([{ since: 20260701, table: { practice: rate } }])
    expect(set2026.article).toBe('37')
  })

  test.each([
    ['2026-06-14', 'VERSION_NOT_LATER'],
    ['2026-06-15', 'ok'],
    ['2026-07-01', 'ok'],
    ['2028-12-31', 'ok'],
    ['2029-01-01', 'INPUT_INVALID'],
    ['2207-01-01', 'INPUT_INVALID'],
  ])('a version begins today at the earliest, and not in a century: %s', async (effectiveFrom, expected) => {
    const outcome = await set({ effectiveFrom })
    expect(outcome.ok ? 'ok' : outcome.code).toBe(expected)
  })

  test('another one begins on another day; of five at once one stands', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => set({ effectiveFrom: '2026-07-01' })))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await set({ effectiveFrom: '2026-07-01' })).toMatchObject({ code: 'VERSION_NOT_LATER' })
    expect(await set({ effectiveFrom: '2026-07-02' })).toMatchObject({ ok: true })
    expect(await set({ effectiveFrom: '2026-06-30' })).toMatchObject({ ok: true })
  })

  test('one far ahead locks nothing: what is set before it holds on, save what that one sets', async () => {
    const far = { ...(await readingsOn('2026-06-15')), gradeExamYears: 3 }
    await write(table, [
      newParameters({
        ...{ effectiveFrom: '2207-01-01', readings: far, providerCheck: 'advise' as const },
        ...{
          at: '2026-06-01T09:00:00.000+08:00',
          by: 'hr.region',
          reason: '笔误',
          names: ['gradeExamYears'],
        },
      }),
    ])
    const readings = { gradeExamYears: 2, onlineTenthsPerHalfDay: 40 }
    expect(await set({ effectiveFrom: '2026-07-01', readings, providerCheck: 'refuse' })).toMatchObject({
      ok: true,
    })
    expect(await readingsOn('2026-07-01')).toMatchObject(readings)
    expect(await readingsOn('2207-01-01')).toMatchObject({ ...readings, gradeExamYears: 3 })
    expect(parametersOn(await readParameters(table), '2207-01-01').providerCheck).toBe('refuse')
  })

  test('in whatever order versions are set, each day is read as if they had been set by their days', async () => {
    const version = fc.record({
      day: fc.nat(9),
      readings: fc.record(
        {
          gradeExamYears: fc.constantFrom(2, 3, 5),
          onlineTenthsPerHalfDay: fc.constantFrom(null, 40),
          annualAppliesBy: fc.constantFrom('last_day' as const, 'any_day' as const),
        },
        { requiredKeys: [] },
      ),
    })
    const dayOf = (nth: number) => `2026-07-0${nth}`
    const setAll = (given: readonly { readonly day: number; readonly readings: object }[]) =>
      given.reduce<ParametersVersion[]>((versions, { day, readings }) => {
        const held = parametersOn(versions, dayOf(day))
        return withVersion(versions, {
          ...{ effectiveFrom: dayOf(day), readings: { ...held.readings, ...readings } },
          ...{ names: ReadingName.options.filter((name) => name in readings), providerCheck: 'advise' },
          ...{ at: '', by: '', reason: '' },
        })
      }, [])
    fc.assert(
      fc.property(fc.uniqueArray(version, { selector: ({ day }) => day, maxLength: 6 }), (given) => {
        const [anyhow, inOrder] = [given, given.toSorted((one, other) => one.day - other.day)].map(setAll)
        for (let day = 0; day <= 9; day += 1)
          expect(parametersOn(anyhow ?? [], dayOf(day))).toEqual(parametersOn(inOrder ?? [], dayOf(day)))
      }),
      { numRuns: times(200) },
    )
  })

  test('a year that has been closed keeps its readings', async () => {
    closed = [2026]
    expect(await set({ effectiveFrom: '2026-12-31' })).toMatchObject({ code: 'YEAR_FROZEN' })
    expect(await set({ effectiveFrom: '2027-01-01' })).toMatchObject({ ok: true })
  })

  test('the page of parameters has every figure and reading with its article and reason', async () => {
    const view = await viewParameters(table, '2026-06-15', 'zh')
    expect(view.edition.figures).toContainEqual({ name: 'annual', article: '7', value: 90, unit: 'hours' })
    expect(view.readings).toHaveLength(18)
    for (const { article, what, why } of view.readings) expect([article, what, why].every(Boolean)).toBe(true)
    expect(view.providerCheck).toBe('advise')
  })
})

const rate = { unit: 'day', hours: 4, capHours: 40 }
const rates = (validFrom: string, actor: Actor = people.region) =>
  setRates({ table, clock })(
    RatesBody.parse({
      validFrom,
      rates: { practice: rate, conference: rate, lecture: rate, visit: rate },
      reason: '正式标准',
    }),
    actor,
  )

describe('Art. 37: rate tables follow one another', () => {
  beforeEach(fresh)
  test('each from its day on', async () => {
    expect(await rates('2026-07-01')).toMatchObject({ ok: true, value: { example: false } })
    expect(await rates('2026-07-01')).toMatchObject({ code: 'VERSION_NOT_LATER' })
    expect(await rates('2026-08-01')).toMatchObject({ ok: true })
    const versions = await readRates(table)
    expect(ratesOn(versions, '2026-06-30')).toBeUndefined()
    expect(ratesOn(versions, '2026-07-31')?.validFrom).toBe('2026-07-01')
    expect(ratesOn(versions, '2026-08-01')?.validFrom).toBe('2026-08-01')
  })
})

describe('who may not', () => {
  beforeAll(fresh)
  test.each<keyof typeof people>(['city', 'county', 'department', 'auditor', 'head', 'li'])(
    '%s keeps none of the region’s registers',
    async (who) => {
      const actor = people[who]
      const outcomes = [
        await list({}, actor),
        await set({ effectiveFrom: '2026-07-01' }, actor),
        await rates('2026-07-01', actor),
      ]
      expect(outcomes.map((one) => (one.ok ? 'ok' : one.code))).toEqual(Array(3).fill('NOT_ALLOWED'))
    },
  )
})
