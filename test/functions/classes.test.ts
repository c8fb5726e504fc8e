import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Attendance, attended, sessionId } from '../../functions/classes/attendance.ts'
import { bringsHours, earnedIn, partsOf } from '../../functions/classes/class-parts.ts'
import { type Enrolment, seatsOf } from '../../functions/classes/enrolment.ts'
import { type Besides, hintsFor, type Offered } from '../../functions/classes/hints.ts'
import { codeAt, readCode } from '../../functions/classes/session-code.ts'
import { sealWith } from '../../functions/platform/seal.ts'
import type { Course } from '../../functions/programmes/programme.ts'

const seal = sealWith(Buffer.alloc(32, 7))
const start = Date.parse('2026-06-10T08:30:00+08:00')

describe('the code of a session', () => {
  const { code } = codeAt(seal, 'p', '2026-06-10.morning.0', start)
  const arrives = (ms: number) => readCode(seal, 'p', code, start + ms).found

  test('counts for 40 seconds from its first moment, and can be confirmed ten minutes after it was shown', () => {
    expect([0, 39_999, 40_000].map(arrives)).toEqual(['present', 'present', 'present'])
    expect([40_001, 629_999, 630_000].map(arrives)).toEqual(['to_confirm', 'to_confirm', 'to_confirm'])
    expect(arrives(630_001)).toBe('over')
    expect(arrives(-1)).toBe('wrong')
  })

  test('is another one every 30 seconds, and says when', () => {
    expect(codeAt(seal, 'p', '2026-06-10.morning.0', start + 29_999)).toEqual({ code, changesIn: 1 })
    expect(codeAt(seal, 'p', '2026-06-10.morning.0', start + 30_000).code).not.toBe(code)
  })

  test('of another class, session, moment or key is none', () => {
    const [session, slot, signature] = code.split('~')
    const made = [
      [`2026-06-10.afternoon.0`, slot, signature].join('~'),
      [session, (Number.parseInt(slot ?? '', 36) + 1).toString(36), signature].join('~'),
      [session, slot, ''].join('~'),
      'x',
      '',
    ]
    for (const one of made) expect(readCode(seal, 'p', one, start + 31_000).found, one).toBe('wrong')
    expect(readCode(seal, 'q', code, start).found).toBe('wrong')
    expect(readCode(sealWith(Buffer.alloc(32, 8)), 'p', code, start).found).toBe('wrong')
  })
})

const enrolment = (nth: number, state: Enrolment['state']): Enrolment => ({
  ...{ programmeId: 'p', staffId: `s${nth}`, institutionId: 'i', by: 'person', nth, state },
  ...{ firstDay: '2026-06-10', acts: [], version: 1 },
})

test('seats go to who is agreed to, then by enrolment; who leaves makes room for exactly the first who waits', () => {
  const States = fc.constantFrom<Enrolment['state']>('asked', 'agreed', 'declined', 'left')
  fc.assert(
    fc.property(
      fc.array(States, { minLength: 1, maxLength: 12 }),
      fc.nat(6),
      fc.nat(11),
      (states, capacity, at) => {
        const all = states.map((state, nth) => enrolment(nth, state))
        const { seated, waiting } = seatsOf(all, capacity)
        expect(seated.length).toBe(Math.min(capacity, seated.length + waiting.length))
        // Nobody waits who is agreed to while somebody who is not has a seat.
        if (seated.some(({ state }) => state === 'asked'))
          expect(waiting.filter(({ state }) => state === 'agreed')).toEqual([])
        const who = seated[at % Math.max(1, seated.length)]
        if (who === undefined) return
        const then = seatsOf(
          all.map((one) => (one === who ? { ...one, state: 'left' as const } : one)),
          capacity,
        )
        expect(then.seated.filter((one) => !seated.includes(one))).toEqual(waiting.slice(0, 1))
      },
    ),
  )
})

const course = (subject: Course['subject'], more: Partial<Course> = {}): Course => ({
  ...{ title: subject, category: 'in_service', subject, mode: 'offline', kind: 'theory' },
  ...{ feeFen: 0, minutes: 360, lecturers: [] },
  ...more,
})
const sessions = [
  { day: '2026-06-10', half: 'morning', course: 0 },
  { day: '2026-06-10', half: 'afternoon', course: 0 },
  { day: '2026-06-10', half: 'afternoon', course: 1 },
  { day: '2026-06-11', half: 'morning', course: 1 },
] as const
const noted = (
  nth: number,
  at: number,
  presence: Attendance['presence'],
  session = sessionId(sessions[at] ?? sessions[0]),
) => ({
  ...{ programmeId: 'p', staffId: 's', session, nth, presence, by: 'code' as const },
  ...{ at: '2026-06-10T08:30:00+08:00', actor: 'a', actorName: 'a' },
})

describe('which half-days count for whom (Art. 39(1))', () => {
  test('what was noted last stands; what waits to be confirmed counts nothing; a half of a day counts once', () => {
    const of = (...all: Attendance[]) => attended(sessions, all, 's').map(sessionId)
    expect(of(noted(1, 0, 'present'))).toEqual(['2026-06-10.morning.0'])
    expect(of(noted(2, 0, 'absent'), noted(1, 0, 'present'))).toEqual([])
    expect(of(noted(1, 0, 'to_confirm'))).toEqual([])
    expect(of(noted(1, 0, 'to_confirm'), noted(2, 0, 'present'))).toEqual(['2026-06-10.morning.0'])
    expect(of(noted(1, 1, 'present'), noted(1, 2, 'present'))).toEqual(['2026-06-10.afternoon.0'])
    expect(attended(sessions, [noted(1, 0, 'present')], 'other')).toEqual([])
  })

  test('a course goes to the desks of its subject: the public one to the authority alone (Art. 38)', () => {
    const courses = [course('public'), course('professional'), course('professional', { mode: 'online' })]
    const all = ['s', 't', 'u'].flatMap((staffId) =>
      [0, 3].map((at) => ({ ...noted(1, at, 'present'), staffId })),
    )
    const results = [
      { staffId: 's', passed: true },
      { staffId: 't', passed: true },
      { staffId: 'u', passed: false },
    ]
    const seated = ['s', 't', 'u'].map((staffId) => ({ staffId }))
    const earned = earnedIn({ sessions: [...sessions], courses }, seated, all, results)
    const places = new Map([
      ['s', { departmentId: 'd', authorityId: 'a' }],
      ['t', { authorityId: 'k' }],
      ['u', { departmentId: 'd', authorityId: 'a' }],
    ])
    const parts = partsOf(courses, earned, (id) => places.get(id) ?? {})
    expect(
      parts.map((part) => [
        part.course,
        part.departmentId ?? '',
        part.authorityId,
        part.participants
          .map(({ staffId, halfDays, passed }) => `${staffId} ${halfDays} ${passed}`)
          .join(', '),
      ]),
    ).toEqual([
      [0, '', 'a', 's 1 true, u 1 false'],
      [1, 'd', 'a', 's 1 true, u 1 false'],
      [0, '', 'k', 't 1 true'],
      [1, '', 'k', 't 1 true'],
    ])
    expect(
      partsOf(
        courses,
        earned.filter(({ passed }) => !passed),
        () => ({ authorityId: 'a' }),
      ).filter(bringsHours),
    ).toEqual([])
  })
})

describe('hints before somebody is enrolled (Art. 29)', () => {
  const offered = (more: Partial<Offered> = {}): Offered => ({
    ...{ id: 'p', title: '师德培训', organiserId: 'o', firstDay: '2026-06-10', sessions, courses: [] },
    ...more,
  })
  const nothing: Besides = { classes: [], leaves: [], taken: [] }
  const codes = (besides: Partial<Besides>, by: 'person' | 'organiser' = 'person') =>
    hintsFor(offered(), by, { ...nothing, ...besides }).map(({ code }) => code)
  const other = (more: Partial<Offered>, by: 'person' | 'organiser' = 'person') => [
    { ...offered({ id: 'q', title: '另一班', sessions: [], ...more }), by },
  ]

  test('the same half-day in another class, or a leave on a day of it', () => {
    expect(codes({ classes: other({ sessions: [{ day: '2026-06-11', half: 'morning' }] }) })).toEqual([
      'DAYS_TAKEN',
    ])
    expect(codes({ classes: other({ sessions: [{ day: '2026-06-11', half: 'afternoon' }] }) })).toEqual([])
    expect(codes({ leaves: [{ from: '2026-06-01', to: '2026-06-10' }] })).toEqual(['ON_LEAVE'])
    expect(codes({ leaves: [{ from: '2026-06-01', to: '2026-06-09' }] })).toEqual([])
    expect(codes({ classes: other({ id: 'p', sessions: [...sessions] }) })).toEqual([])
  })

  test('the same course within three years, to the day', () => {
    const taken = (to: string, title = '师 德培训') => codes({ taken: [{ title, to }] })
    expect([taken('2023-06-09'), taken('2023-06-10'), taken('2026-06-09')]).toEqual([
      [],
      ['SAME_COURSE'],
      ['SAME_COURSE'],
    ])
    expect(taken('2025-06-10', '别的')).toEqual([])
  })

  test('a second organiser that calls in the same month', () => {
    const called = other({ organiserId: 'x' }, 'organiser')
    expect(codes({ classes: called }, 'organiser')).toEqual(['CALLED_TWICE'])
    expect(codes({ classes: called })).toEqual([])
    expect(codes({ classes: other({ organiserId: 'o' }, 'organiser') }, 'organiser')).toEqual([])
    expect(
      codes({ classes: other({ organiserId: 'x', firstDay: '2026-07-01' }, 'organiser') }, 'organiser'),
    ).toEqual([])
  })
})
