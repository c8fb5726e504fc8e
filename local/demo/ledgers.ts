import type { LedgerEntry } from '../../functions/staff/ledger.ts'
import type { Person } from '../../functions/staff/person.ts'
import { type Chance, chanceOf } from './chance.ts'
import { decidedOn } from './decided.ts'
import { namedOccurrences } from './named-ledgers.ts'
import { addDays, ledgerOf, type Occurrence, offline, online, type Training } from './occurrences.ts'
import { openWeeks } from './training-weeks.ts'

type Subject = Training['subject']
type Months = readonly [first: number, last: number]

/** A person's calendar, into which courses are drawn so that no two share a day. */
interface Calendar {
  readonly chance: Chance
  readonly person: Person
  course(year: number, months: Months, credit: Omit<Parameters<typeof offline>[0], 'from'>): Occurrence
  platform(
    year: number,
    months: Months,
    credit: { subject: Subject; tenths: number; makeUpFor?: number },
  ): Occurrence
}

const openCalendar = (person: Person, chance: Chance): Calendar => {
  const weekFor = openWeeks(chance, person.hiredOn)
  const taken = (training: Training): Occurrence => ({
    on: addDays(training.to, chance.between(3, 12)),
    training,
  })
  return {
    chance,
    person,
    course: (year, months, credit) => taken(offline({ ...credit, from: weekFor(year, months) })),
    platform: (year, [first, last], credit) => {
      const month = String(chance.between(first, last)).padStart(2, '0')
      const from = `${year}-${month}-${String(chance.between(1, 28)).padStart(2, '0')}`
      return taken(online({ ...credit, from, to: addDays(from, chance.between(15, 40)) }))
    },
  }
}

/** The months in which a year's trainings lie; in the running year before July. */
const seasonsOf = (year: number): Readonly<Record<'online' | 'public' | 'professional', Months>> =>
  year >= 2026
    ? { online: [1, 4], public: [3, 4], professional: [5, 6] }
    : { online: [2, 9], public: [3, 6], professional: [7, 11] }

/** At least 30 public hours. */
const publicPart = ({ chance, course, platform }: Calendar, year: number): Occurrence[] => {
  const season = seasonsOf(year)
  return chance.percent(60)
    ? [course(year, season.public, { subject: 'public', halfDays: chance.between(8, 10), fullTime: true })]
    : [platform(year, season.online, { subject: 'public', tenths: chance.between(300, 420) })]
}

/** At least 60 professional hours. */
const professionalPart = ({ chance, course, platform }: Calendar, year: number): Occurrence[] => {
  const season = seasonsOf(year)
  return chance.percent(60)
    ? [
        course(year, season.professional, {
          subject: 'professional',
          halfDays: 10,
          fullTime: chance.percent(70),
        }),
        platform(year, season.online, { subject: 'professional', tenths: chance.between(200, 380) }),
      ]
    : [platform(year, season.online, { subject: 'professional', tenths: chance.between(600, 760) })]
}

const deemedProfessional = ({ chance, person }: Calendar, year: number): Occurrence => ({
  on: `${year}-12-${chance.between(10, 28)}`,
  fact: {
    kind: 'deemed',
    deemed: {
      kind:
        person.postType === 'worker'
          ? 'skill_grade_exam'
          : chance.pick(['research_project', 'degree_course', 'qualification_exam'] as const),
      year,
    },
  },
})

const deemedWhole = ({ chance }: Calendar, year: number): Occurrence => ({
  on: `${year}-12-${chance.between(10, 28)}`,
  fact: {
    kind: 'deemed',
    deemed: chance.percent(30)
      ? { kind: 'entrepreneurship_leave', year }
      : { kind: 'discretionary', year, scope: 'all' },
  },
})

/** A year that lacks professional hours under an approved delay; that of 2024 is mostly made up by now (Art. 32). */
const deferredYear = (calendar: Calendar, year: number): Occurrence[] => {
  const { chance, platform } = calendar
  const earned = chance.between(120, 420)
  const approvedOn = `${year + 1}-01-${chance.between(10, 24)}`
  const madeUp = year < 2025 && chance.percent(70)
  return [
    ...publicPart(calendar, year),
    platform(year, seasonsOf(year).online, { subject: 'professional', tenths: earned }),
    { on: approvedOn, fact: { kind: 'delay', year, approvedOn } },
    ...(madeUp
      ? [
          platform(year + 1, [3, 8], {
            subject: 'professional',
            tenths: 600 - earned,
            makeUpFor: year,
          }),
        ]
      : []),
  ]
}

const pastYear = (calendar: Calendar, year: number): Occurrence[] => {
  const { chance, platform } = calendar
  const fate = chance.between(1, 100)
  if (fate <= 6) return deferredYear(calendar, year)
  if (fate <= 9) return [deemedWhole(calendar, year)]
  if (fate <= 16) return [...publicPart(calendar, year), deemedProfessional(calendar, year)]
  if (fate <= 22)
    return [
      ...publicPart(calendar, year),
      platform(year, seasonsOf(year).online, { subject: 'professional', tenths: chance.between(105, 480) }),
    ]
  return [...publicPart(calendar, year), ...professionalPart(calendar, year)]
}

const runningYear = (calendar: Calendar, year: number): Occurrence[] => {
  const fate = calendar.chance.between(1, 100)
  if (fate <= 20) return []
  if (fate <= 60) return publicPart(calendar, year)
  return [...publicPart(calendar, year), ...professionalPart(calendar, year)]
}

/** The induction of a new hire (Art. 12): 48 hours within half a year, or for a few only half of that. */
const induction = ({ chance, course, person }: Calendar, year: number): Occurrence[] => {
  const hired = Number(person.hiredOn.slice(5, 7))
  const half = (subject: Subject) =>
    course(year, [hired + 1, hired + 4], { subject, category: 'induction', halfDays: 6, fullTime: true })
  return chance.percent(88) ? [half('public'), half('professional')] : [half('public')]
}

/** The training for a change of post (Art. 21): 40 hours in the two months from the change, or not yet. */
const transfers = ({ chance, course, person }: Calendar): Occurrence[] =>
  person.postChanges.flatMap(({ id, effectiveOn }) => {
    const month = Number(effectiveOn.slice(5, 7))
    const credit = {
      subject: 'professional',
      category: 'transfer',
      halfDays: 10,
      fullTime: true,
      forChange: id,
    } as const
    return chance.percent(80) ? [course(Number(effectiveOn.slice(0, 4)), [month, month + 1], credit)] : []
  })

const drawn = (person: Person): Occurrence[] => {
  const calendar = openCalendar(person, chanceOf(`ledger of ${person.id}`))
  const years = [2024, 2025, 2026].filter((year) => String(year) >= person.hiredOn.slice(0, 4))
  return [
    ...transfers(calendar),
    ...years.flatMap((year) => {
      if (person.leader) return publicPart(calendar, year)
      if (person.hiredOn.startsWith(String(year))) return induction(calendar, year)
      return year === 2026 ? runningYear(calendar, year) : pastYear(calendar, year)
    }),
  ]
}

/** As many of the first persons without an account have a training that came by a request. */
const WITH_REQUEST = 120
/** A matter of the demo is decided by spring, before the demo's own days begin. */
const LAST_END = '2026-04-15'

/** The latest training in a classroom as it came by a request, of some: so desks of the demo have decided something. */
const byRequest = (person: Person, occurrences: readonly Occurrence[]): readonly Occurrence[] => {
  const [, number = ''] = /^staff\.(\d+)$/.exec(person.id) ?? []
  if (number === '' || Number(number) > WITH_REQUEST) return occurrences
  const last = occurrences
    .flatMap((one) => ('training' in one ? [one] : []))
    .filter(
      ({ training: { mode, category, to } }) =>
        mode === 'offline' && category === 'in_service' && to <= LAST_END,
    )
    .toSorted((one, other) => (one.training.to < other.training.to ? -1 : 1))
    .at(-1)
  if (last === undefined) return occurrences
  const request = `demo${number}`
  return occurrences.map((one) =>
    one === last ? { ...last, request, on: decidedOn(request, last.training.to) } : one,
  )
}

/** The ledger with which a person's demo begins; 2024 to 2026, the same every time. */
export const demoLedger = (person: Person): LedgerEntry[] =>
  ledgerOf(person.id, namedOccurrences.get(person.id) ?? byRequest(person, drawn(person)))
