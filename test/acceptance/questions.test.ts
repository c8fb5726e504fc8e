import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { as, call } from './client.ts'

const post = (path: string, body: object) =>
  call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Solves the puzzle as its description says. */
const solve = ({ challenge, difficulty }: { challenge: string; difficulty: number }): number => {
  for (let solution = 0; ; solution += 1) {
    const hash = createHash('sha256').update(`${challenge}.${solution}`).digest()
    if (hash.readUInt32BE() >>> (32 - difficulty) === 0) return solution
  }
}

describe('Art. 8, 48: questions about the rules', () => {
  test('anyone asks; the region answers and publishes without names; nobody else sees the question', async () => {
    const { body: puzzle } = await call('/api/complaints/challenge')
    const text = `网络学时怎样折算 ${randomUUID()}`
    const question = {
      ...{ text, asker: { name: '其其格', mail: 'asker@people.example' } },
      ...{ challenge: puzzle.challenge, solution: solve(puzzle) },
    }
    const { status, body: receipt } = await post('/api/questions', question)
    expect([status, receipt.desk]).toEqual([201, '自治区人社厅'])
    const follow = (key: string) => post(`/api/questions/${receipt.code}/view`, { key })
    expect((await follow('0')).status).toBe(404)
    expect((await follow(receipt.key)).body).toMatchObject({ status: 'received', answer: null })

    const { body: list } = await as('hr.region').get('/api/questions')
    const { id } = list.items.find((one: { text: string }) => one.text === text)
    for (const account of ['unit.admin', 'hr.city', 'dept.chen', 'auditor', 'operator'])
      expect((await as(account).get(`/api/questions/${id}`)).status, account).toBe(404)
    const act = async (body: object) => as('hr.region').post(`/api/questions/${id}/acts`, body)
    const answer = { text: '由机构推送，平台折算。', articles: ['41'] }
    expect((await act({ act: 'answer', ...answer })).body).toMatchObject({ status: 'answered' })
    expect((await follow(receipt.key)).body).toMatchObject({ status: 'answered', answer })
    const published = {
      act: 'publish',
      question: '网络学时怎样折算？',
      answer: answer.text,
      articles: ['41'],
    }
    const named = await act({ ...published, question: '其其格问怎样折算' })
    expect(named).toMatchObject({ status: 400, body: { errors: [{ pointer: '/question' }] } })
    expect((await act(published)).status).toBe(200)
    expect((await call(`/api/answers/${id}`)).body).toMatchObject({
      answer: answer.text,
      desk: '自治区人社厅',
    })
    const { body: all } = await call('/api/answers')
    expect(JSON.stringify(all)).not.toContain('其其格')
  })

  test('with an account it goes to the authority of one’s institution, which leads a single case to its request', async () => {
    const text = `我的申请到哪一步了 ${randomUUID()}`
    const headers = { 'idempotency-key': randomUUID() }
    const { status, body } = await as('staff.li').post('/api/questions/own', { text }, headers)
    expect([status, body.desk]).toEqual([201, '呼和浩特市人社局'])
    const { body: list } = await as('hr.city').get('/api/questions')
    const { id } = list.items.find((one: { text: string }) => one.text === text)
    const refer = { act: 'refer', text: '请在申请页面查看。' }
    expect((await as('hr.city').post(`/api/questions/${id}/acts`, refer)).body).toMatchObject({
      status: 'referred',
    })
    const { body: own } = await as('staff.li').get('/api/questions/own')
    expect(own.items.find((one: { text: string }) => one.text === text)).toMatchObject({ status: 'referred' })
  })
})
