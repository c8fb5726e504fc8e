import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalog } from '../../functions/catalog.ts'
import { openFunctions } from '../../local/functions.ts'

const Reply = z.object({ statusCode: z.int(), headers: z.record(z.string(), z.string()).optional() })
const Answered = Reply.extend({ body: z.string().transform((body): unknown => JSON.parse(body)) })

const answering = catalog.filter(({ answersUnknown }) => answersUnknown)

/** As API Gateway hands on a call that no route takes. */
const call = (method: string, language: string) =>
  openFunctions(() => ({ clock: { now: () => 0 } })).invoke(answering[0]?.name ?? '', {
    routeKey: '$default',
    headers: { 'accept-language': language },
    requestContext: { http: { method, path: '/api/nowhere' } },
  })

describe('a call that no route takes', () => {
  test('is answered by one open group, which is granted nothing', () => {
    expect(answering.map(({ work, grants }) => [work.kind === 'routes' && work.access, grants])).toEqual([
      ['open', []],
    ])
  })

  test.each([
    ['zh-CN', /没有找到/],
    ['en', /Not found/],
  ])('is a problem document in the reader’s language (%s)', async (language, title) => {
    const { statusCode, headers, body } = Answered.parse(await call('GET', language))
    expect(statusCode).toBe(404)
    expect(headers?.['content-type']).toBe('application/problem+json')
    expect(body).toMatchObject({ code: 'NOT_FOUND', title: expect.stringMatching(title) })
  })

  test('is let pass where a browser asks first whether it may call', async () => {
    expect(Reply.parse(await call('OPTIONS', 'en')).statusCode).toBe(204)
  })
})
