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

/** A body found as the page finds it: level by level. */
const bodyNamed = async (...names: readonly string[]): Promise<string> => {
  let under = ''
  for (const [nth, name] of names.entries()) {
    const kind = nth === names.length - 1 ? 'institutions' : 'offices'
    const query = under === '' ? '' : `&under=${under}`
    const { body } = await call(`/api/complaints/bodies?kind=${kind}${query}`)
    under = body.items.find((one: { name: string }) => one.name === name)?.id
  }
  return under
}

describe('Art. 36: complaints', () => {
  test('a body is found by a part of its name at whatever level, by anyone', async () => {
    const find = async (text: string, officesOnly = false) =>
      (await post('/api/complaints/bodies/search', { text, officesOnly })).body.items
    expect(await find('青城实验')).toMatchObject([
      { name: '青城实验中学', under: ['自治区人社厅', '呼和浩特市人社局'] },
    ])
    expect(await find('青城实验', true)).toEqual([])
    expect((await find('包头市人社局', true))[0]).toMatchObject({ kind: 'authority' })
    expect(await find('绝无此名')).toEqual([])
  })

  test('anyone files; the authority above inquires and reports back; the registrar and the region find nothing', async () => {
    const bodyId = await bodyNamed('自治区人社厅', '呼和浩特市人社局', '青城实验中学')
    const { body: puzzle } = await call('/api/complaints/challenge')
    const text = `没有上过的课登记了学时 ${randomUUID()}`
    const complaint = {
      bodyId,
      persons: ['苏日娜'],
      text,
      challenge: puzzle.challenge,
      solution: solve(puzzle),
    }
    const unsolved = await post('/api/complaints', { ...complaint, challenge: `x${puzzle.challenge}` })
    expect(unsolved).toMatchObject({ status: 422, body: { code: 'CHALLENGE_INVALID' } })
    const { status, body: receipt } = await post('/api/complaints', complaint)
    expect(status).toBe(201)
    const follow = (key: string) => post(`/api/complaints/${receipt.code}/view`, { key })
    expect((await follow('0')).status).toBe(404)
    expect((await follow(receipt.key)).body).toMatchObject({ status: 'received', desk: '呼和浩特市人社局' })

    const { body: list } = await as('hr.city').get('/api/complaints')
    const found = await Promise.all(
      list.items.map(({ id }: { id: string }) => as('hr.city').get(`/api/complaints/${id}`)),
    )
    const { id } = found.map((one) => one.body).find((one) => one.text === text)
    for (const account of ['unit.admin', 'unit.head', 'dept.chen', 'hr.region', 'auditor', 'operator']) {
      expect((await as(account).get(`/api/complaints/${id}`)).status, account).toBe(404)
      const note = await as(account).post(`/api/complaints/${id}/acts`, { act: 'note', text: 'x' })
      expect(note.status, account).toBe(404)
    }
    const act = async (body: object) => (await as('hr.city').post(`/api/complaints/${id}/acts`, body)).body
    expect(await act({ act: 'accept' })).toMatchObject({ status: 'inquiry' })
    expect(await act({ act: 'find', finding: 'found', text: '属实' })).toMatchObject({ status: 'found' })
    expect(await act({ act: 'report', text: '已更正' })).toMatchObject({ status: 'closed' })
    expect((await follow(receipt.key)).body).toMatchObject({ status: 'closed', finding: 'found' })
  })

  test('about the region it goes to the body that the region named, and not to the region', async () => {
    const { body: top } = await call('/api/complaints/bodies')
    const complaint = { bodyId: top.items[0].id, channel: 'letter', text: '关于本级' }
    const headers = { 'idempotency-key': randomUUID() }
    const { status, body } = await as('hr.city').post('/api/complaints/entries', complaint, headers)
    expect([status, body.desk]).toEqual([201, '自治区文旅厅'])
  })
})

describe('Art. 8, 48: policies and the rules’ text', () => {
  test('a city publishes, anyone reads; a county does not, and cited articles open', async () => {
    const policy = {
      ...{ kind: 'policy', title: '培训计划', summary: '要点', text: '正文' },
      // Of one number one is in force, and a system under test may have been tested before.
      number: `呼人社〔2026〕${randomUUID()}号`,
      ...{ articles: ['7'], inForceFrom: '2026-01-01', enteredLater: true },
    }
    const headers = { 'idempotency-key': randomUUID() }
    expect((await as('hr.county').post('/api/policies', policy, headers)).status).toBe(403)
    const { status, body } = await as('hr.city').post('/api/policies', policy, headers)
    expect(status).toBe(201)
    expect((await call(`/api/policies/${body.id}`)).body).toMatchObject({ text: '正文', status: 'in_force' })
    const { body: article } = await call('/api/articles/7')
    expect(article.policies.map(({ id }: { id: string }) => id)).toContain(body.id)
    expect((await call('/api/articles/50')).status).toBe(404)
    const { body: found } = await post('/api/policies/search', { words: '投诉举报' })
    expect(found.articles.map(({ article: number }: { article: string }) => number)).toEqual(['36'])
  })
})
