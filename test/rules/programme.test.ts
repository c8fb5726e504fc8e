import { describe, expect, it } from 'vitest'
import { type ProgrammeCourse, type ProgrammeFacts, programmeFaults } from '../../rules/programme.ts'

const course: ProgrammeCourse = {
  category: 'in_service',
  mode: 'offline',
  kind: 'theory',
  feeFen: 0,
  minutes: 240,
  from: undefined,
  to: undefined,
  lecturers: ['vetted'],
}
const facts: ProgrammeFacts = {
  courses: [course],
  sessions: [{ day: '2026-05-11', half: 'morning', course: 0 }],
  task: undefined,
  entrusted: undefined,
  calledUp: false,
  othersStaff: false,
  today: '2026-05-10',
}
const codesOf = (over: Partial<ProgrammeFacts>) =>
  programmeFaults({ ...facts, ...over }).map(({ code, article, pointer }) => `${code} ${article} ${pointer}`)

describe('Art. 26: each course within its own cap', () => {
  // 240 minutes of theory at 6 yuan a period of 45 minutes: 3,200 fen exactly.
  it.each([
    [3199, []],
    [3200, []],
    [3201, ['FEE_ABOVE_CAP 26 /courses/0/feeFen']],
  ])('%i fen for 240 minutes', (feeFen, faults) => {
    expect(codesOf({ courses: [{ ...course, feeFen }] })).toEqual(faults)
  })
  it('a free course does not carry a dear one', () => {
    const courses = [course, { ...course, feeFen: 3201 }]
    const sessions = [...facts.sessions, { day: '2026-05-11', half: 'afternoon' as const, course: 1 }]
    expect(codesOf({ courses, sessions })).toEqual(['FEE_ABOVE_CAP 26 /courses/1/feeFen'])
  })
  it('minutes beyond its half-days buy no higher fee', () => {
    expect(codesOf({ courses: [{ ...course, minutes: 241 }] })).toEqual([
      'MINUTES_ABOVE_HALF_DAYS 26 /courses/0/minutes',
    ])
  })
})

describe('Art. 27, 28: what the libraries say', () => {
  it.each([
    [undefined, []],
    [true, []],
    [false, ['COURSE_NOT_LISTED 28 /courses/0/listed']],
  ])('a course of the library is listed: %s', (listed, faults) => {
    expect(codesOf({ courses: [{ ...course, listed }] })).toEqual(faults)
  })
  it.each([
    [undefined, []],
    [false, []],
    [true, ['ENTRUSTED_OFF_THE_LIST 27 /entrusted/name']],
  ])('an institution that was taken off the list is entrusted with nothing: %s', (offTheList, faults) => {
    const entrusted = { handedOnTo: undefined, ...(offTheList === undefined ? {} : { offTheList }) }
    expect(codesOf({ entrusted })).toEqual(faults)
  })
})

describe('Art. 39(1): half-days', () => {
  it('a half-day is used once', () => {
    expect(codesOf({ sessions: [...facts.sessions, ...facts.sessions] })).toEqual([
      'HALF_DAY_TWICE 39(1) /sessions/1',
    ])
  })
  it('a course offline has one, and none is without a course', () => {
    expect(codesOf({ sessions: [{ day: '2026-05-11', half: 'morning', course: 1 }] })).toEqual([
      'COURSE_WITHOUT_HALF_DAYS 39(1) /courses/0',
      'SESSION_OF_NO_COURSE 39(1) /sessions/0/course',
    ])
  })
  it('one online says its days', () => {
    const online = { ...course, mode: 'online' as const, kind: 'remote' as const, lecturers: [] }
    expect(codesOf({ courses: [online], sessions: [] })).toEqual(['COURSE_WITHOUT_DATES 39 /courses/0/from'])
    const dated = { ...online, from: '2026-05-11', to: '2026-05-11' }
    expect(codesOf({ courses: [dated], sessions: [] })).toEqual([])
  })
})

describe('Days', () => {
  it('Art. 7: New Year is crossed by no programme', () => {
    const sessions = ['2026-12-31', '2027-01-01'].map((day) => ({ day, half: 'morning' as const, course: 0 }))
    expect(codesOf({ sessions })).toEqual(['PROGRAMME_CROSSES_YEAR 7 /sessions'])
  })
  it('Art. 8: it is filed before it begins', () => {
    expect(codesOf({ today: '2026-05-11' })).toEqual(['PROGRAMME_BEGUN 8 /sessions'])
  })
})

describe('Art. 33: entrusting', () => {
  it('once, and by nobody imposed on the staff of others', () => {
    expect(codesOf({ entrusted: { handedOnTo: undefined } })).toEqual([])
    expect(codesOf({ entrusted: { handedOnTo: '另一家' } })).toEqual([
      'ENTRUSTED_TWICE 33 /entrusted/handedOnTo',
    ])
    expect(codesOf({ entrusted: { handedOnTo: undefined }, calledUp: true, othersStaff: true })).toEqual([
      'INSTITUTION_IMPOSED 33 /audience/calledUp',
    ])
    expect(codesOf({ entrusted: { handedOnTo: undefined }, calledUp: true })).toEqual([])
    expect(codesOf({ calledUp: true, othersStaff: true })).toEqual([])
  })
})

it('Art. 31: each lecturer is vetted by the organiser, and none was removed', () => {
  expect(
    codesOf({ courses: [{ ...course, lecturers: ['vetted', 'not_vetted', 'removed', 'unknown'] }] }),
  ).toEqual([
    'LECTURER_NOT_VETTED 31 /courses/0/lecturers/1',
    'LECTURER_REMOVED 31 /courses/0/lecturers/2',
    'LECTURER_UNKNOWN 31 /courses/0/lecturers/3',
  ])
  expect(codesOf({ courses: [{ ...course, lecturers: [] }] })).toEqual([
    'LECTURER_MISSING 31 /courses/0/lecturers',
  ])
})

it('Art. 22: a special training names its task; every fault at once', () => {
  const special = { ...course, category: 'special' as const }
  expect(codesOf({ courses: [special] })).toEqual(['TASK_MISSING 22 /task'])
  expect(codesOf({ courses: [special], task: '防汛' })).toEqual([])
  expect(codesOf({ courses: [{ ...special, feeFen: 3201, lecturers: ['removed'] }] })).toEqual([
    'FEE_ABOVE_CAP 26 /courses/0/feeFen',
    'LECTURER_REMOVED 31 /courses/0/lecturers/0',
    'TASK_MISSING 22 /task',
  ])
})
