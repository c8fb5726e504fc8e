/**
 * How many assessments one core makes in a second, for persons with ten credits: whole ones, with every verdict; and of
 * the year alone, as a close asks for them and as a JSONata expression has them, beside which they are timed. Timed as interleaved pairs; the figures are medians. Run: `node bench/assess.ts`.
 */
import jsonata from 'jsonata'
import { assess, assessYear } from '../rules/assess.ts'
import { type Facts, parseFacts } from '../rules/facts.ts'
import { presentAssessment } from '../rules/present.ts'
import { median } from './median.ts'

const PEOPLE = 2_000
const ROUNDS = 20
const PAIRS = 15
const JSONATA_PEOPLE = 100

const day = (month: number, date: number): string =>
  `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** A person with ten credits; a third each of the post types, every fourth hired lately, every seventh in transfer. */
const person = (index: number) => {
  const postType = (['management', 'professional', 'worker'] as const)[index % 3]
  const credits = Array.from({ length: 10 }, (_, place) => {
    const common = {
      id: `c${place}`,
      subject: (index + place) % 3 === 0 ? 'public' : 'professional',
      category: index % 7 === 0 && place < 3 ? 'transfer' : index % 4 === 0 ? 'induction' : 'in_service',
      from: day(place + 1, 4 + (index % 20)),
      to: day(place + 1, 6 + (index % 20)),
      passed: (index + place) % 50 !== 0,
      ...(index % 7 === 0 && place < 3 ? { forChange: 'pc1' } : {}),
    }
    return place % 2 === 0
      ? { ...common, mode: 'offline', halfDays: 1 + ((index + place) % 6), fullTime: place === 2 }
      : { ...common, mode: 'online', hours: 4 + ((index + place) % 100) / 10 }
  })
  return {
    asOf: index % 5 === 0 ? '2026-09-30' : '2027-01-01',
    year: 2026,
    person: {
      postType,
      hiredOn: index % 4 === 0 ? '2025-10-08' : '2019-08-01',
      terms: [{ from: '2024-01-01', to: '2026-12-31' }],
      postChanges: index % 7 === 0 ? [{ id: 'pc1', kind: 'post_type', effectiveOn: '2026-03-01' }] : [],
    },
    credits,
    deemed: index % 6 === 0 ? [{ kind: 'degree_course', year: 2026 }] : [],
    delays: [],
    justified: [2024, 2025],
  }
}

/** The yearly obligation alone: less than even `assessYear` does, so the comparison favours JSONata. */
const YEARLY = jsonata(`(
  $counted := credits[passed != false and to <= $$.asOf and $number($substring(from, 0, 4)) = $$.year];
  $hours := function($credits) { $sum($credits.(mode = 'offline' ? halfDays * 4 : hours)) };
  $public := $hours($counted[subject = 'public']);
  $professional := $hours($counted[subject = 'professional']);
  $professionalDeemed := $count(deemed[year = $$.year]) > 0;
  $missingPublic := $max([0, 30 - $public]);
  $missingProfessional := $professionalDeemed ? 0 : $max([0, 60 - $professional]);
  { 'public': $public, 'professional': $professional, 'missing': $missingPublic + $missingProfessional,
    'status': $missingPublic + $missingProfessional = 0 ? 'met' : asOf <= $string(year) & '-12-31' ? 'open' : 'short' }
)`)

class BenchFault extends Error {
  override name = 'BenchFault'
}

const parsed = (json: unknown): Facts => {
  const result = parseFacts(json, '2027-01-01')
  if (!result.ok) throw new BenchFault(JSON.stringify(result.errors))
  return result.facts
}

const nanosecondsEach = async (count: number, work: () => unknown): Promise<number> => {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / count
}

export interface AssessFigures {
  readonly assessmentsPerSecond: number
  readonly yearsPerSecond: number
  readonly parsesPerSecond: number
  readonly presentationsPerSecond: number
  readonly timesJsonata: { readonly median: number; readonly least: number; readonly most: number }
  readonly pairs: number
}

/** Measures on the core that it runs on; every time is that of work whose result is used. */
export const benchAssess = async (): Promise<AssessFigures> => {
  const jsons = Array.from({ length: PEOPLE }, (_, index) => person(index))
  const people = jsons.map(parsed)
  let used = 0
  const assessAll = () => {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const facts of people) used += assess(facts).annual.publicTenths
  }
  const assessYears = () => {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const facts of people) used += assessYear(facts).annual.publicTenths
  }
  const jsonataSome = async () => {
    for (const json of jsons.slice(0, JSONATA_PEOPLE)) used += (await YEARLY.evaluate(json)).public
  }
  assessAll()
  assessYears()
  await jsonataSome()
  const ours: number[] = []
  const years: number[] = []
  const theirs: number[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    ours.push(await nanosecondsEach(PEOPLE * ROUNDS, assessAll))
    years.push(await nanosecondsEach(PEOPLE * ROUNDS, assessYears))
    theirs.push(await nanosecondsEach(JSONATA_PEOPLE, jsonataSome))
  }
  const ratios = theirs.map((time, pair) => time / (ours[pair] ?? Number.NaN)).toSorted((a, b) => a - b)
  const parse = await nanosecondsEach(PEOPLE, () => {
    for (const json of jsons) used += parsed(json).credits.length
  })
  const assessments = people.map((facts) => assess(facts))
  const present = await nanosecondsEach(PEOPLE, () => {
    for (const assessment of assessments) used += presentAssessment(assessment).annual.hours.total
  })
  if (used === 0) throw new BenchFault('Nothing was counted.')
  const perSecond = (nanoseconds: number) => Math.round(1e9 / nanoseconds)
  return {
    assessmentsPerSecond: perSecond(median(ours)),
    yearsPerSecond: perSecond(median(years)),
    parsesPerSecond: perSecond(parse),
    presentationsPerSecond: perSecond(present),
    timesJsonata: {
      median: Math.round(median(ratios)),
      least: Math.round(ratios[0] ?? Number.NaN),
      most: Math.round(ratios.at(-1) ?? Number.NaN),
    },
    pairs: PAIRS,
  }
}

if (import.meta.main) console.log(JSON.stringify(await benchAssess(), null, 2))
