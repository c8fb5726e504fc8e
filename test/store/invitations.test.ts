import { beforeAll, expect, test } from 'vitest'
import { NewAccount } from '../../functions/onboarding/api.ts'
import { bindInvitation, viewInvitation } from '../../functions/onboarding/bind-invitation.ts'
import { inviteAccount } from '../../functions/onboarding/invite-account.ts'
import { readAccountRecord } from '../../functions/organisations/account-record.ts'
import { accountOf, type Login } from '../../functions/organisations/login.ts'
import { mapConcurrently } from '../../functions/platform/map-concurrently.ts'
import type { Table } from '../../functions/platform/table.ts'
import { prove } from '../proving.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const INVITED = 500
const FOURTEEN_DAYS = 14 * 24 * 60 * 60 * 1000
const WIDTH = 8

const database = withTestDatabase()
let table: Table
let now = Date.parse('2026-06-15T09:00:00+08:00')
const clock = { now: () => now }
const tokens = new Map<string, string>()
const host = () => ({
  table,
  clock,
  publicUrl: 'http://platform.example',
  mailer: {
    send: async ({ to, text }: { readonly to: readonly string[]; readonly text: string }) => {
      tokens.set(to[0] ?? '', /\/invitations\/([\w-]+)/.exec(text)?.[1] ?? '')
    },
  },
})

const login = (subject: string): Login => ({ issuer: 'https://login.example', subject, claims: {} })
const bind = async (token: string, subject: string): Promise<string> => {
  const outcome = await bindInvitation({ table, clock })(token, login(subject))
  return outcome.ok ? 'bound' : outcome.code
}

interface Invited {
  readonly place: number
  readonly account: string
  readonly token: string
}

const invite = async (place: number): Promise<Invited> => {
  const email = `guest${place}@people.example`
  const seat = { organisationId: 'i', role: 'institution', head: false }
  const invited = await inviteAccount(host())(
    NewAccount.parse({ name: '新来的人', email, seat }),
    `guest ${place}`,
    people.head,
  )
  if (!invited.ok) throw new Error(invited.code)
  return { place, account: invited.value.id, token: tokens.get(email) ?? '' }
}

/** A token with one of its letters another. */
const tampered = (token: string, place: number): string => {
  const at = place % token.length
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
}

beforeAll(async () => {
  table = await database.newTable()
  await seedRegisters(table)
})

test('of 500 invitations 200 are tampered with, replayed, expired or scanned: none is bound wrongly', {
  timeout: 600_000,
}, async () => {
  const numbers = Array.from({ length: INVITED }, (_, place) => place)
  // One registrar, one after the other: seats of an organisation are numbered.
  const invited = await mapConcurrently(numbers, 1, invite)
  expect(new Set(invited.map(({ token }) => token)).size).toBe(INVITED)
  const [wrong, replayed, scanned, late] = [0, 50, 100, 150].map((from) => invited.slice(from, from + 50))
  const whole = invited.slice(200)
  if (!wrong || !replayed || !scanned || !late) throw new Error('Too few.')

  // A thief changes a letter; a scanner of mail opens the link again and again, before and after.
  const stolen = await mapConcurrently(wrong, WIDTH, ({ token, place }) =>
    bind(tampered(token, place), `thief ${place}`),
  )
  expect(new Set(stolen)).toEqual(new Set(['NOT_FOUND']))
  for (const { token } of scanned)
    for (let time = 0; time < 3; time += 1) await viewInvitation({ table, clock })(token)
  const invitees = [...wrong, ...replayed, ...scanned, ...whole]
  const bound = await mapConcurrently(invitees, WIDTH, ({ token, place }) => bind(token, `guest ${place}`))
  expect(new Set(bound)).toEqual(new Set(['bound']))
  // Whoever has the link of one that is bound binds nothing by it.
  const again = await mapConcurrently(replayed, WIDTH, ({ token, place }) => bind(token, `thief ${place}`))
  expect(new Set(again)).toEqual(new Set(['ALREADY_BOUND']))
  now += FOURTEEN_DAYS + 1
  const expired = await mapConcurrently(late, WIDTH, ({ token, place }) => bind(token, `guest ${place}`))
  expect(new Set(expired)).toEqual(new Set(['LINK_EXPIRED']))

  let boundWrongly = 0
  for (const { place, account } of invited) {
    const isLate = place >= 150 && place < 200
    const led = await accountOf(table, login(`guest ${place}`))
    const { status } = (await readAccountRecord(table, account)) ?? {}
    if (led !== (isLate ? undefined : account) || status !== (isLate ? 'invited' : 'active'))
      boundWrongly += 1
    if ((await accountOf(table, login(`thief ${place}`))) !== undefined) boundWrongly += 1
  }
  expect(boundWrongly).toBe(0)
  prove(18, { invitations: INVITED, 'bound wrongly': boundWrongly })
})
