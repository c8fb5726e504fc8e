/**
 * Plays a provider of online training on a system of this machine (Art. 41): delivers a day's completions of the demo's
 * people, twice, and the second time with corrections. Prints what was answered.
 * Run: `npm run feed:simulate`; `-- --provider provider-ganbu --rows 500 --day 2026-11-20 --url http://127.0.0.1:3000`.
 */
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { namedPersons } from '../local/demo/people.ts'
import { correctedDay, type DeliveredRecord, providerDay } from '../local/demo/provider-day.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    provider: { type: 'string', default: 'provider-xuexi' },
    // As many as the demo's few learners can have studied in a day: more than eight hours of one are looked at first.
    rows: { type: 'string', default: '20' },
    day: { type: 'string' },
  },
})

/** As many records as a call may carry. */
const A_CALL = 1000

const postJson = async (path: string, body: object, token?: string): Promise<unknown> => {
  const response = await fetch(new URL(path, values.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  if (!response.ok) {
    console.error(`${path}: ${response.status} ${JSON.stringify(answer)}`)
    process.exit(1)
  }
  return answer
}

const Token = z.object({ access_token: z.string() })
const Results = z.object({ results: z.array(z.object({ state: z.string(), code: z.string().optional() })) })
const Health = z.object({ time: z.string() })

try {
  await fetch(new URL('/api/health', values.url))
} catch {
  console.error(
    `没有连上 ${values.url}。请先启动系统，或用 -- --url 写明地址和端口。 Nothing answers there: start the system, or say where it is by -- --url.`,
  )
  process.exit(1)
}

const { access_token } = Token.parse(await postJson('/local/token', { client: values.provider }))
const { time } = Health.parse(await (await fetch(new URL('/api/health', values.url))).json())
const yesterday = new Date(Date.parse(time) - 16 * 3600 * 1000).toISOString().slice(0, 10)

const send = async (records: readonly DeliveredRecord[]): Promise<string> => {
  const counts = new Map<string, number>()
  for (let start = 0; start < records.length; start += A_CALL) {
    const path = `/api/feeds/${encodeURIComponent(values.provider)}/completions`
    const answer = await postJson(path, { records: records.slice(start, start + A_CALL) }, access_token)
    for (const { state, code } of Results.parse(answer).results) {
      const name = code === undefined ? state : `${state} ${code}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return [...counts].map(([name, count]) => `${name}: ${count}`).join(', ')
}

const learners = namedPersons.map(({ id, name }) => ({ staffNo: id, name }))
const day = providerDay(values.day ?? yesterday, learners, Number(values.rows))
console.log(`第一次推送 delivered:  ${await send(day)}`)
console.log(`重复推送 again:        ${await send(day)}`)
console.log(`更正推送 corrected:    ${await send(correctedDay(day))}`)
