import { beforeEach, expect, test } from 'vitest'
import { latestResends, resendsBy } from '../../functions/operations/mail-resend.ts'
import { resendMail, sendUnsent } from '../../functions/operations/send-unsent.ts'
import type { Mail } from '../../functions/platform/mail.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { keepMail, unsentMail } from '../../functions/platform/unsent-mail.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
let table: Table
let sent: string[]
let refused: ReadonlySet<string>

const operator = { id: 'operator', name: '运维' }
const now = Date.parse('2026-05-11T09:00:00+08:00')
const deps = () => ({
  table,
  clock: { now: () => now },
  mailer: {
    async send({ id }: Mail) {
      if (refused.has(id)) throw new TypeError(`550 no such mailbox li@example.cn`)
      sent.push(id)
    },
  },
})
const keep = (id: string, minute: number) =>
  write(table, [
    keepMail(
      { id, to: ['li@example.cn'], subject: '待办提醒', text: '', html: '' },
      `2026-05-11T08:${String(minute).padStart(2, '0')}:00.000+08:00`,
      'Error',
    ),
  ])

beforeEach(async () => {
  table = await database.newTable()
  sent = []
  refused = new Set()
  for (const [place, id] of ['a', 'b', 'c', 'd', 'e'].entries()) await keep(id, place)
})

test('one that is never taken does not keep the others waiting, and its attempts are counted', async () => {
  refused = new Set(['a'])
  expect(await sendUnsent(deps())).toBe(4)
  expect(sent).toEqual(['b', 'c', 'd', 'e'])
  const { items } = await unsentMail(table, { limit: 10 })
  expect(items).toMatchObject([{ id: 'a', attempts: 2, error: 'TypeError' }])
  expect(JSON.stringify({ ...items[0], to: [] })).not.toContain('@')
})

test('a server that takes none is left alone after three', async () => {
  refused = new Set(['a', 'b', 'c', 'd', 'e'])
  expect(await sendUnsent(deps())).toBe(0)
  const { items } = await unsentMail(table, { limit: 10 })
  expect(items.map(({ attempts }) => attempts)).toEqual([2, 2, 2, 1, 1])
})

test('an operator sends one at once; sent, it is gone', async () => {
  expect(await resendMail(deps())('c', operator)).toMatchObject({ ok: true })
  expect(await resendMail(deps())('c', operator)).toMatchObject({ ok: false, code: 'NOT_FOUND' })
  refused = new Set(['d'])
  expect(await resendMail(deps())('d', operator)).toMatchObject({ ok: false, code: 'MAIL_NOT_TAKEN' })
  expect(sent).toEqual(['c'])
})

test('one that an operator sent while the sweep tried in vain does not come back', async () => {
  const sweep = deps()
  const send = async (mail: Mail) => {
    if (mail.id === 'a') await resendMail(deps())('a', operator)
    throw new Error('away')
  }
  await sendUnsent({ ...sweep, mailer: { send } })
  expect(sent).toEqual(['a'])
  const { items } = await unsentMail(table, { limit: 10 })
  expect(items.map(({ id }) => id)).toEqual(['b', 'c', 'd', 'e'])
})

test('who had which mail sent again, and what came of it, stays when the mail is gone', async () => {
  refused = new Set(['d'])
  await resendMail(deps())('c', operator)
  await resendMail(deps())('d', { id: 'other', name: '另一人' })
  await resendMail(deps())('none', operator)
  const at = '2026-05-11T09:00:00.000+08:00'
  const expected = { mailId: 'c', subject: '待办提醒', at, by: 'operator', byName: '运维', taken: true }
  expect((await resendsBy(table, 'operator', { limit: 10 })).items).toEqual([expected])
  const all = await latestResends(table, 10)
  expect(all).toHaveLength(2)
  expect(all).toContainEqual({ ...expected, mailId: 'd', by: 'other', byName: '另一人', taken: false })
})

test('it is on record before it goes', async () => {
  const before: unknown[] = []
  const send = async () => {
    before.push(...(await latestResends(table, 10)))
  }
  await resendMail({ ...deps(), mailer: { send } })('a', operator)
  expect(before).toMatchObject([{ mailId: 'a', by: 'operator', taken: null }])
})
