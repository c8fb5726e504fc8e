import { beforeEach, describe, expect, test } from 'vitest'
import { calendarFile } from '../../functions/notices/calendar-file.ts'
import { myCalendar } from '../../functions/notices/my-calendar.ts'
import { markSeen, readNews } from '../../functions/notices/news.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { newRequest, readRequests } from '../../functions/requests/stored-request.ts'
import { newTask, taskPlace } from '../../functions/requests/task.ts'
import { recordNotice } from '../../functions/staff/watch.ts'
import { callers, certificateOf, requestAt, seedGround, staffAt, taskAt } from '../roles/ground.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
let table: Table
let now = ''
const clock = { now: () => Date.parse(now) }

beforeEach(async () => {
  now = '2026-06-15T09:00:00+08:00'
  table = await database.newTable()
  await seedGround(table, clock)
})

const news = (actor: Actor) => readNews({ table, clock })(actor)
const seen = (actor: Actor, asOf = now) => markSeen({ table, clock })(asOf, actor)
const person: Actor = callers.person
const registrar: Actor = callers.institution

/** One more request of the person, of which a desk has said something. */
const answered = async (id: string, at: string, act: 'return' | 'approve' | 'reject') => {
  const [known] = await readRequests(table, [requestAt('i')])
  if (known === undefined) throw new Error('The request was expected.')
  await write(table, [
    newRequest({
      ...known.request,
      id,
      submittedBy: 'unit',
      submittedAt: '2026-06-02T09:00:00.000+08:00',
      evidence: [],
      acts: [
        { at: '2026-06-02T09:00:00.000+08:00', actor: 'unit', actorName: '名', act: 'submit' },
        { at, actor: 'hr', actorName: '名', act },
      ],
    }),
  ])
}

describe('what is new for me', () => {
  test('a task at my desk, until I have seen it; the next one is new again', async () => {
    const first = await news(registrar)
    expect(first).toMatchObject({ more: false })
    expect(first.items).toContainEqual(
      expect.objectContaining({ kind: 'task', id: taskAt('i'), stage: 'institution', dueOn: '2026-06-20' }),
    )
    expect(first.count).toBe(first.items.length)
    await seen(registrar, first.asOf)
    expect(await news(registrar)).toMatchObject({ count: 0, items: [] })
    expect((await news(callers['institution head'])).count).toBe(first.count)
  })

  test('what others did about my requests, not what I did', async () => {
    expect((await news(person)).items.filter(({ kind }) => kind === 'request')).toEqual([])
    await answered('ret', '2026-06-14T10:00:00.000+08:00', 'return')
    expect((await news(person)).items[0]).toMatchObject({ kind: 'request', id: 'ret', act: 'return' })
    await seen(person)
    expect((await news(person)).items).toEqual([])
    now = '2026-06-16T09:00:00+08:00'
    await answered('app', '2026-06-16T08:00:00.000+08:00', 'approve')
    expect((await news(person)).items).toMatchObject([{ kind: 'request', id: 'app', act: 'approve' }])
  })

  test('a certificate of the day on which I looked is new once, though it bears no moment', async () => {
    const of = certificateOf('i')
    const kinds = async () => (await news(person)).items.filter(({ kind }) => kind === 'certificate')
    const day = (await kinds())[0]?.at
    expect(await kinds()).toMatchObject([{ id: of }])
    now = `${day}T10:00:00+08:00`
    await seen(person)
    expect(await kinds()).toEqual([])
    now = `${day}T12:00:00+08:00`
    expect(await kinds()).toEqual([])
  })

  test('a date that I was told of; whoever never looked is told of thirty days', async () => {
    const due = { staffId: staffAt('i'), obligation: 'induction', notice: 'due-30', by: '2026-07-14' }
    await write(table, [
      recordNotice({ ...due, givenAt: '2026-06-14T08:30:00.000+08:00' }),
      recordNotice({ ...due, notice: 'due-60', givenAt: '2026-05-15T08:30:00.000+08:00' }),
    ])
    const notices = (await news(person)).items.filter(({ kind }) => kind === 'notice')
    expect(notices).toMatchObject([{ obligation: 'induction', by: '2026-07-14' }])
  })

  test('to have seen more than there was, or less than before, keeps nothing from anyone', async () => {
    await seen(person, '2027-01-01T00:00:00+08:00')
    now = '2026-06-16T09:00:00+08:00'
    await answered('later', '2026-06-16T08:00:00.000+08:00', 'reject')
    expect((await news(person)).items).toMatchObject([{ id: 'later' }])
    await seen(person)
    await seen(person, '2026-06-01T00:00:00+08:00')
    expect((await news(person)).items).toEqual([])
  })

  test('reads are bounded, whatever lies at the desk', async () => {
    const reads = async () => {
      let calls = 0
      const send = table.client.send.bind(table.client)
      const counting: Table = {
        ...table,
        client: Object.assign(Object.create(table.client), {
          send: (...given: Parameters<typeof send>) => {
            calls += 1
            return send(...given)
          },
        }),
      }
      const found = await readNews({ table: counting, clock })(registrar)
      return { calls, found }
    }
    const before = await reads()
    for (let n = 0; n < 60; n += 1)
      await write(table, [
        newTask({
          ...{
            requestId: `x${n}`,
            place: taskPlace(1, 'institution', 0),
            type: 'make_up_delay',
            round: 1,
          },
          ...{ stage: 'institution', role: 'institution', organisationId: 'i', openedAt: now },
          ...{ dueOn: '2026-07-01', status: 'open', tokens: {}, lateNotices: 0, version: 1 },
        }),
      ])
    const after = await reads()
    expect(after.found.more).toBe(true)
    expect(after.calls).toBeLessThanOrEqual(before.calls + 2)
  })
})

describe('my due dates as a calendar file', () => {
  const host = () => ({ table, clock, publicUrl: 'https://platform.example' })
  const eventsOf = (text: string) =>
    text
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => ({
        uid: /UID:(.*)\r/.exec(event)?.[1],
        on: /DTSTART;VALUE=DATE:(\d{8})\r/.exec(event)?.[1],
        summary: /SUMMARY:(.*)\r/.exec(event)?.[1],
      }))

  test('what a desk has to decide, by its day, and what is overdue tomorrow; nobody’s name', async () => {
    const text = await myCalendar(host())(registrar, 'zh')
    expect(eventsOf(text).map(({ on }) => on)).toContain('20260620')
    expect(text).not.toContain('李')
    now = '2026-06-25T09:00:00+08:00'
    const later = eventsOf(await myCalendar(host())(registrar, 'zh'))
    expect(later.map(({ on }) => on)).toContain('20260626')
    expect(later.map(({ uid }) => uid).sort()).toEqual(
      eventsOf(text)
        .map(({ uid }) => uid)
        .sort(),
    )
  })

  test('what a person owes: the year while it is open, once it is over no more', async () => {
    const owner: Actor = { ...person, staffId: 'x.i' }
    const dates = async () => eventsOf(await myCalendar(host())(owner, 'en'))
    expect(await dates()).toMatchObject([
      { on: '20261231', summary: 'Training hours of 2026 are due (Art. 7)' },
    ])
    now = '2027-01-01T09:00:00+08:00'
    expect(await dates()).toMatchObject([{ on: '20271231' }])
  })

  test('RFC 5545: lines of 75 octets at most, no character cut, what would end a text escaped', () => {
    const summary = `一；二;三,四\\五\n${'内蒙古𠮷'.repeat(30)}`
    const day = { uid: 'u', on: '2026-12-31', summary, description: '', url: 'https://p.example' }
    const text = calendarFile('期限', [day], '2026-06-15T09:00:00.000+08:00')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.isWellFormed()).toBe(true)
    expect(text.replaceAll('\r\n ', '')).toContain(
      `SUMMARY:一；二\\;三\\,四\\\\五\\n${'内蒙古𠮷'.repeat(30)}\r\n`,
    )
    expect(text).toContain('DTSTAMP:20260615T010000Z')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
})
