import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../functions/organisations/account.ts'
import { addDays } from '../../functions/platform/clock.ts'
import type { Table } from '../../functions/platform/table.ts'
import { actOnQuestion } from '../../functions/questions/act-on-question.ts'
import type { QuestionActBody, QuestionBody } from '../../functions/questions/api.ts'
import { askQuestion, askWithAccount } from '../../functions/questions/ask-question.ts'
import { followQuestion, ownQuestions } from '../../functions/questions/follow-question.ts'
import { publishedQuestions, readPublished } from '../../functions/questions/published.ts'
import { openQuestion, questionLate, questionStands } from '../../functions/questions/question-steps.ts'
import { sweepQuestions } from '../../functions/questions/sweep-questions.ts'
import { listQuestions, viewQuestion } from '../../functions/questions/view-question.ts'
import { questionTerms } from '../../rules/questions.ts'
import { nothingAsked } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { complaintHost, type Host, openComplaints, solved } from './complaints-ground.ts'
import { everyItem } from './every-item.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
const now = { at: '' }
let table: Table
let asked = nothingAsked()
let host: Host

beforeEach(async () => {
  now.at = '2026-06-15T09:00:00+08:00'
  table = await database.newTable()
  asked = nothingAsked()
  host = complaintHost(table, now, asked)
  await seedRegisters(table)
  await openComplaints(table)
})

const asker = { name: '其其格', mail: 'asker@people.example' }
const ask = async (more: Partial<QuestionBody> = {}) => {
  const taken = await askQuestion(host)({ text: '线上学时怎样折算？', ...more, ...(await solved(host)) })
  if (!taken.ok) throw new Error(taken.code)
  return taken.value
}
const listed = async (actor: Actor, box: 'at' | 'above' = 'at') =>
  (await listQuestions(host)({ box, limit: 100 }, actor)).items
const onlyId = async (actor: Actor): Promise<string> => {
  const [row, ...others] = await listed(actor)
  if (row === undefined || others.length > 0) throw new Error('Not one is listed.')
  return row.id
}
const act = async (id: string, body: QuestionActBody, actor: Actor = people.region): Promise<string> => {
  const acted = await actOnQuestion(host)(id, body, actor)
  return acted.ok ? acted.value.status : acted.code
}
const followed = async ({ code, key }: { code: string; key: string }) => {
  const found = await followQuestion(host)(code, key)
  if (!found.ok) throw new Error(found.code)
  return found.value
}
const answer: Extract<QuestionActBody, { act: 'answer' }> = {
  act: 'answer',
  text: '按第41条推送的学时折算。',
  articles: ['41'],
}
const publish: Extract<QuestionActBody, { act: 'publish' }> = {
  act: 'publish',
  question: '线上学时怎样折算？',
  answer: '见第41条。',
  articles: ['41'],
}

describe('Art. 8, 48: anyone asks about the rules', () => {
  test('without a desk it goes to the region; code and key open it, and nothing else does', async () => {
    const receipt = await ask()
    expect(receipt).toMatchObject({ desk: '自治区人社厅', dueOn: '2026-06-23' })
    const id = await onlyId(people.region)
    expect(asked.started).toEqual([{ machine: 'question', name: id, input: { questionId: id } }])
    expect(await followed({ ...receipt, code: receipt.code.toUpperCase() })).toMatchObject({
      ...{ status: 'received', answer: null },
    })
    expect(await followQuestion(host)(receipt.code, `${receipt.key}0`)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await followQuestion(host)('0000000000', receipt.key)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a puzzle serves one question, and an institution answers none', async () => {
    const puzzle = await solved(host)
    const first = await askQuestion(host)({ text: '一', ...puzzle })
    expect(await askQuestion(host)({ text: '一', ...puzzle })).toEqual(first)
    expect(await askQuestion(host)({ text: '二', ...puzzle })).toMatchObject({ code: 'CHALLENGE_USED' })
    const elsewhere = await askQuestion(host)({ text: '三', deskId: 'i', ...(await solved(host)) })
    expect(elsewhere).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/deskId' }] })
    const unsolved = { challenge: `x${puzzle.challenge}`, solution: puzzle.solution }
    expect(await askQuestion(host)({ text: '四', ...unsolved })).toMatchObject({ code: 'CHALLENGE_INVALID' })
  })

  test('with an account it goes to the authority of one’s institution, once a key, and stands among one’s own', async () => {
    const first = await askWithAccount(host)({ text: '补训怎样算？' }, 'k', people.li)
    expect(first).toMatchObject({ ok: true, value: { desk: '市人社局' } })
    expect(await askWithAccount(host)({ text: '补训怎样算？' }, 'k', people.li)).toEqual(first)
    expect(await askWithAccount(host)({ text: '别的' }, 'k', people.li)).toMatchObject({ code: 'KEY_REUSED' })
    const own = async (actor: Actor) => (await ownQuestions(host)({ limit: 100 }, actor)).items
    expect((await own(people.li)).map(({ text }) => text)).toEqual(['补训怎样算？'])
    expect(await own(people.registrar)).toEqual([])
  })

  test('the name is for the desk alone, and is forgotten two years after the end', async () => {
    await ask({ asker })
    const id = await onlyId(people.region)
    const view = async (actor: Actor = people.region) => await viewQuestion(host)(id, actor)
    expect(await view()).toMatchObject({ ok: true, value: { asker } })
    for (const other of [people.city, people.registrar, people.auditor, people.li])
      expect(await view(other), other.id).toMatchObject({ code: 'NOT_FOUND' })
    await act(id, answer)
    now.at = `${addDays('2026-06-15', questionTerms.askerDays - 1)}T12:00:00+08:00`
    await sweepQuestions(host, 0)
    expect(await view()).toMatchObject({ value: { asker } })
    now.at = `${addDays('2026-06-15', questionTerms.askerDays)}T12:00:00+08:00`
    await sweepQuestions(host, 0)
    expect(await view()).toMatchObject({ value: { asker: null, answer: { text: answer.text } } })
    expect(JSON.stringify(await everyItem(table))).not.toContain(asker.mail)
  })
})

describe('a desk answers in five working days', () => {
  test('the answer is there by code and key, and a letter without it says so', async () => {
    const receipt = await ask({ asker })
    const id = await onlyId(people.region)
    await openQuestion(host)({ questionId: id, stage: 'received', token: 't1', execution: 'e' })
    expect(asked.sent.map(({ to }) => to)).toEqual([['hr.region@demo.example']])
    expect(await act(id, answer)).toBe('answered')
    expect(asked.told).toEqual([{ kind: 'success', token: 't1', detail: {} }])
    expect(await followed(receipt)).toMatchObject({
      status: 'answered',
      dueOn: null,
      answer: { articles: ['41'] },
    })
    const letter = asked.sent.at(-1)
    expect(letter).toMatchObject({ to: [asker.mail], subject: '您的政策咨询已有答复' })
    expect(`${letter?.text}`).not.toContain(answer.text)
    expect(`${letter?.text}`).not.toContain(receipt.key)
    expect(await act(id, answer)).toBe('WRONG_STATE')
    expect(await questionStands(host)({ questionId: id })).toMatchObject({ stage: 'over' })
  })

  test('a single case is led to its request, which must be there', async () => {
    const receipt = await ask()
    const id = await onlyId(people.region)
    const refer = { act: 'refer', text: '请在该申请中提出。' } as const
    expect(await act(id, { ...refer, requestId: 'none' })).toBe('INPUT_INVALID')
    expect(await act(id, refer)).toBe('referred')
    expect(await followed(receipt)).toMatchObject({ status: 'referred', answer: { text: refer.text } })
    expect(await act(id, publish)).toBe('WRONG_STATE')
  })

  test('passed on, it keeps its day; whoever passed it on sees it no more', async () => {
    const { dueOn } = await ask()
    const id = await onlyId(people.region)
    now.at = '2026-06-17T09:00:00+08:00'
    const on = { act: 'pass_on', reason: '由市里答复' } as const
    expect(await act(id, { ...on, deskId: 'i' })).toBe('INPUT_INVALID')
    expect(await act(id, { ...on, deskId: 'a' })).toBe('received')
    expect(await listed(people.region)).toEqual([])
    expect(await listed(people.city)).toMatchObject([{ id, dueOn }])
    expect(await act(id, answer)).toBe('NOT_FOUND')
    expect(await act(id, { ...on, deskId: 'r' }, people.city)).toBe('INPUT_INVALID')
  })

  test('passed on after its day, the new office and the one above it hear of it soon, and no office has it twice', async () => {
    await ask({ deskId: 'a' })
    const id = await onlyId(people.city)
    const open = () => openQuestion(host)({ questionId: id, stage: 'received', token: 't', execution: 'e' })
    const stands = async () => (await questionStands(host)({ questionId: id })).patienceSeconds
    const late = () => questionLate(host)({ questionId: id, stage: 'received' })
    const told = () => asked.sent.splice(0).map(({ to }) => to[0])
    await open()
    now.at = '2026-06-24T00:00:01+08:00'
    await late()
    expect(await listed(people.region, 'above')).toMatchObject([{ id }])
    expect(await stands()).toBeGreaterThan(86_400)
    told()
    const on = { act: 'pass_on', reason: '请县里答复' } as const
    expect(await act(id, { ...on, deskId: 'k' }, people.city)).toBe('received')
    await open()
    expect(await stands()).toBe(60)
    await late()
    await late()
    expect(told()).toEqual(['hr.county@demo.example', 'hr.city@demo.example'])
    expect(await listed(people.city, 'above')).toMatchObject([{ id, overdue: true }])
    expect(await stands()).toBeGreaterThan(86_400)
    expect(await act(id, { ...on, deskId: 'a' }, people.county)).toBe('INPUT_INVALID')
  })

  test('on its last day it is in time; the day after, the desk above sees it and may take it over', async () => {
    await ask({ deskId: 'k' })
    const id = await onlyId(people.county)
    await openQuestion(host)({ questionId: id, stage: 'received', token: 't1', execution: 'e' })
    now.at = '2026-06-23T23:00:00+08:00'
    await questionLate(host)({ questionId: id, stage: 'received' })
    expect(await listed(people.city, 'above')).toEqual([])
    now.at = '2026-06-24T00:00:01+08:00'
    expect(await questionStands(host)({ questionId: id })).toMatchObject({ stage: 'received' })
    await questionLate(host)({ questionId: id, stage: 'received' })
    expect(asked.sent.slice(1).map(({ to }) => to[0])).toEqual([
      'hr.county@demo.example',
      'hr.city@demo.example',
    ])
    expect(await listed(people.city, 'above')).toMatchObject([{ id, overdue: true }])
    expect(await act(id, answer, people.city)).toBe('WRONG_STATE')
    expect(await act(id, { act: 'take_over', reason: '逾期' }, people.city)).toBe('received')
    expect(await act(id, answer, people.city)).toBe('answered')
    expect(await listed(people.county)).toEqual([])
  })

  test('what a crash left waiting goes on', async () => {
    asked.engineFails = true
    await ask()
    const id = await onlyId(people.region)
    asked.engineFails = false
    now.at = '2026-06-15T09:02:00+08:00'
    expect(await sweepQuestions(host, 60_000)).toBe(1)
    expect(asked.started.map(({ name }) => name)).toEqual([id])
    await openQuestion(host)({ questionId: id, stage: 'received', token: 't1', execution: 'e' })
    asked.engineFails = true
    await act(id, answer)
    asked.engineFails = false
    asked.gone.add('t1')
    now.at = '2026-06-15T09:04:00+08:00'
    expect(await sweepQuestions(host, 60_000)).toBe(1)
    expect(asked.started.map(({ name }) => name)).toEqual([id, `${id}-a2`])
    await questionStands(host)({ questionId: id })
    now.at = '2026-06-15T09:06:00+08:00'
    expect(await sweepQuestions(host, 60_000)).toBe(0)
  })
})

describe('published without names', () => {
  test('by an act of the desk, in its own words; the asker’s name and address are refused', async () => {
    const receipt = await ask({ asker })
    const id = await onlyId(people.region)
    expect(await act(id, publish)).toBe('WRONG_STATE')
    await act(id, answer)
    expect(await publishedQuestions(table)).toEqual([])
    expect(await act(id, { ...publish, question: `${asker.name}问：怎样折算？` })).toBe('INPUT_INVALID')
    expect(await act(id, { ...publish, answer: `已告知 ${asker.mail}` })).toBe('INPUT_INVALID')
    expect(await act(id, publish)).toBe('answered')
    expect(await act(id, publish)).toBe('WRONG_STATE')
    expect(await publishedQuestions(table)).toMatchObject([
      { id, question: publish.question, desk: '自治区人社厅' },
    ])
    expect(await readPublished(table, id)).toMatchObject({ answer: publish.answer, articles: ['41'] })
    expect(await followed(receipt)).toMatchObject({ publishedId: id })
  })

  test('what should not have been published is taken back whole, on record, and may be published anew', async () => {
    await ask()
    const id = await onlyId(people.region)
    await act(id, answer)
    await act(id, publish)
    expect(await act(id, { act: 'retract', reason: '措辞有误' }, people.city)).toBe('NOT_FOUND')
    expect(await act(id, { act: 'retract', reason: '措辞有误' })).toBe('answered')
    expect(await readPublished(table, id)).toBeUndefined()
    expect(await publishedQuestions(table)).toEqual([])
    expect(await act(id, { ...publish, answer: '更正后的答复。' })).toBe('answered')
    const view = await viewQuestion(host)(id, people.region)
    expect(view.ok && view.value.entries.map((one) => one.act)).toEqual([
      ...['ask', 'answer', 'publish', 'retract', 'publish'],
    ])
  })
})
