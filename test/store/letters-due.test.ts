import { beforeEach, expect, test } from 'vitest'
import { actOnComplaint } from '../../functions/complaints/act-on-complaint.ts'
import type { ComplaintActBody } from '../../functions/complaints/api.ts'
import { listComplaints, viewComplaint } from '../../functions/complaints/view-complaint.ts'
import { answerMatter } from '../../functions/inspections/answer-matter.ts'
import { orderSupervision } from '../../functions/inspections/begin-matter.ts'
import { checkMatter } from '../../functions/inspections/check-matter.ts'
import type { LibraryBody } from '../../functions/libraries/api.ts'
import { setStanding } from '../../functions/libraries/set-standing.ts'
import { submitEntry } from '../../functions/libraries/submit-entry.ts'
import { sendUnsent } from '../../functions/operations/send-unsent.ts'
import type { Table } from '../../functions/platform/table.ts'
import { actOnQuestion } from '../../functions/questions/act-on-question.ts'
import type { QuestionActBody } from '../../functions/questions/api.ts'
import { askQuestion } from '../../functions/questions/ask-question.ts'
import { listQuestions } from '../../functions/questions/view-question.ts'
import { nothingAsked } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { complain, complaintHost, type Host, openComplaints, solved } from './complaints-ground.ts'
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

/** The host of a process that is killed as soon as a message was kept with its act. */
const killed = (): Host => {
  let isDead = false
  const send = async (command: { input: unknown }) => {
    if (isDead) throw new Error('killed')
    const done = await table.client.send(command as never)
    isDead = JSON.stringify(command.input).includes('"swept":"UNSENT"')
    return done
  }
  const client = { send } as unknown as Table['client']
  return {
    ...host,
    table: { ...table, client },
    mailer: {
      send: async () => {
        throw new Error('killed')
      },
    },
  }
}

/** What the reconciler sends a moment, and two minutes, after an act that a crash ended; subjects and addresses. */
const sentAfterwards = async () => {
  const before = asked.sent.length
  expect(await sendUnsent(host, 60_000)).toBe(0)
  now.at = '2026-06-15T09:02:00+08:00'
  await sendUnsent(host, 60_000)
  expect(await sendUnsent(host, 60_000)).toBe(0)
  return asked.sent.slice(before).map(({ subject, to }) => [subject, ...to])
}

test('Art. 36: a body at fault gets its letter though the process was killed; told twice, it is one letter', async () => {
  await complain(host)
  const [row] = (await listComplaints(host)({ box: 'at', limit: 9 }, people.city)).items
  const id = row?.id ?? ''
  const act = (body: ComplaintActBody, by: Host = host) => actOnComplaint(by)(id, body, people.city)
  await act({ act: 'accept' })
  await act({ act: 'find', finding: 'found', text: '属实' })
  const letter = {
    act: 'tell_body',
    bodyId: 'i',
    text: '没有到场。',
    asked: '更正。',
    until: '2026-07-31',
  } as const
  expect(await act(letter, killed())).toMatchObject({ ok: true })
  expect(await act(letter)).toMatchObject({ ok: true })
  expect(await sentAfterwards()).toEqual([
    ['投诉举报查证结果及整改要求，请在期限内答复：2026-07-31', people.head.email],
  ])
  const view = await viewComplaint(host)(id, people.city)
  expect(view.ok && view.value.entries.filter((entry) => entry.act === 'tell_body')).toHaveLength(1)
})

test('whoever asked hears of the answer though the process was killed', async () => {
  const asker = { name: '其其格', mail: 'asker@people.example' }
  await askQuestion(host)({ text: '怎样折算？', asker, ...(await solved(host)) })
  const [row] = (await listQuestions(host)({ box: 'at', limit: 9 }, people.region)).items
  const body: QuestionActBody = { act: 'answer', text: '按第41条。', articles: ['41'] }
  expect(await actOnQuestion(killed())(row?.id ?? '', body, people.region)).toMatchObject({ ok: true })
  expect((await sentAfterwards()).flatMap(([, ...to]) => to)).toEqual([asker.mail])
})

test('Art. 35: whoever answered an order hears that it is closed though the process was killed', async () => {
  const order = { bodyId: 'k', text: '清理', article: '38', until: '2026-07-01' }
  const ordered = await orderSupervision(host)(order, 'o1', people.city)
  const id = ordered.ok ? ordered.value.id : ''
  await answerMatter(host)(id, { text: '已清理', evidence: [] }, people.county)
  const verified = await checkMatter(killed())(id, { act: 'verify', text: '属实' }, people.city)
  expect(verified).toMatchObject({ ok: true })
  expect((await sentAfterwards()).flatMap(([, ...to]) => to)).toEqual([people.county.email])
})

test('Art. 27–30: who reviews, and who submitted, hear of it though the process was killed', async () => {
  const entry: LibraryBody = {
    kind: 'course',
    ...{ name: '信息化教学', edition: '2026版', subject: 'professional', minutes: 500 },
    ...{ outline: '八讲', provider: '网络学院' },
  }
  const submitted = await submitEntry(killed())({ organisationId: 'i', entry }, 'key-1', people.registrar)
  expect(submitted.ok).toBe(true)
  expect((await sentAfterwards()).flatMap(([, ...to]) => to)).toContain(people.city.email)
  const id = submitted.ok ? submitted.value.id : ''
  now.at = '2026-06-15T09:00:00+08:00'
  const removed = await setStanding(killed())(id, { act: 'remove', reason: '不符合' }, people.region)
  expect(removed.ok).toBe(true)
  expect((await sentAfterwards()).flatMap(([, ...to]) => to)).toContain(people.registrar.email)
})
