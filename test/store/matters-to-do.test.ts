import { beforeEach, describe, expect, test } from 'vitest'
import { answerMatter } from '../../functions/inspections/answer-matter.ts'
import { checkMatter } from '../../functions/inspections/check-matter.ts'
import { orderDraw } from '../../functions/inspections/order-draw.ts'
import { viewDraw } from '../../functions/inspections/view-inspections.ts'
import { markSeen, readNews } from '../../functions/notices/news.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { addDays } from '../../functions/platform/clock.ts'
import type { Table } from '../../functions/platform/table.ts'
import { actOnQuestion } from '../../functions/questions/act-on-question.ts'
import { askQuestion } from '../../functions/questions/ask-question.ts'
import { questionLate } from '../../functions/questions/question-steps.ts'
import { listQuestions } from '../../functions/questions/view-question.ts'
import { withTestDatabase } from '../test-database.ts'
import { complaintHost, type Host, openComplaints, solved } from './complaints-ground.ts'
import { more, opened, runDraw, seedCounty } from './inspections-ground.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
const now = { at: '' }
let table: Table
let host: Host

beforeEach(async () => {
  now.at = '2026-06-15T09:00:00+08:00'
  table = await database.newTable()
  host = complaintHost(table, now)
  await seedRegisters(table)
  await openComplaints(table)
})

/** What waits, as `kind count/late`, and how many of the matters are new. */
const waits = async (actor: Actor): Promise<[string, number]> => {
  const { waiting, items } = await readNews(host)(actor)
  return [
    waiting.map(({ matter, count, late }) => `${matter} ${count}/${late}`).join(', '),
    items.filter(({ kind }) => kind === 'matter').length,
  ]
}
const later = (days: number) => {
  now.at = `${addDays(now.at.slice(0, 10), days)}T09:00:00+08:00`
}

describe('what waits outside requests is counted for whoever must answer or decide it', () => {
  test('a question: at its desk, once overdue above it too, and nowhere once it is answered', async () => {
    const asked = await askQuestion(host)({ text: '怎样折算？', deskId: 'a', ...(await solved(host)) })
    expect(asked.ok).toBe(true)
    expect(await waits(people.city)).toEqual(['question 1/0', 1])
    expect(await waits(people.region)).toEqual(['', 0])
    const [question] = (await listQuestions(host)({ box: 'at', limit: 9 }, people.city)).items
    const id = question?.id ?? ''
    // Looked at, it is not new any more, and waits all the same.
    await markSeen(host)(now.at, people.city)
    expect(await waits(people.city)).toEqual(['question 1/0', 0])
    later(10)
    await questionLate(host)({ questionId: id, stage: 'received' })
    expect(await waits(people.city)).toEqual(['question 1/1', 1])
    expect(await waits(people.region)).toEqual(['question 1/1', 1])
    await actOnQuestion(host)(id, { act: 'answer', text: '按第41条。', articles: ['41'] }, people.city)
    expect(await waits(people.city)).toEqual(['', 0])
    expect(await waits(people.region)).toEqual(['', 0])
  })

  test('a sample: whoever was asked, then whoever checks, but nobody who acted; each is new to the other', async () => {
    await seedCounty(table, 1)
    const body = { deskId: 'k', from: '2026-01-01', to: '2026-06-14', bySign: 0, byLot: 1, reason: '抽查' }
    const ordered = await orderDraw(host)(body, 'one', people.city)
    if (!ordered.ok) throw new Error(ordered.code)
    await runDraw(host, ordered.value.id)
    const draw = await viewDraw(host)(ordered.value.id, people.city)
    const id = (draw.ok && draw.value.drawn[0]?.matterId) || ''
    await opened(host, id)
    expect(await waits(more.person)).toEqual(['answer 1/0', 1])
    expect(await waits(people.city)).toEqual(['', 0])
    await answerMatter(host)(id, { text: '证明见附件。', evidence: [] }, more.person)
    expect(await waits(more.person)).toEqual(['', 0])
    expect(await waits(people.city)).toEqual(['check 1/0', 1])
    expect(await waits(people.county)).toEqual(['', 0])
    const until = addDays(now.at.slice(0, 10), 20)
    await checkMatter(host)(id, { act: 'rectify', until, text: '补交签到表。' }, people.city)
    expect(await waits(people.city)).toEqual(['', 0])
    expect(await waits(more.person)).toEqual(['answer 1/0', 1])
    later(21)
    expect(await waits(more.person)).toEqual(['answer 1/1', 1])
  })
})
