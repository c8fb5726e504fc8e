import { secretHost } from '../complaints/secrecy.ts'
import { decidingHost } from '../platform/deciding-host.ts'
import { serveOpen } from '../platform/http.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { askQuestion } from './ask-question.ts'
import { followQuestion } from './follow-question.ts'
import { questionsOpen } from './functions.ts'
import { publishedQuestions, readPublished } from './published.ts'

export const handler = serveOpen(questionsOpen, () => ({ ...decidingHost(), ...secretHost() }), {
  'POST /questions': async ({ host, body }) => askQuestion(host)(body),
  'POST /questions/{code}/view': async ({ host, params, body }) =>
    followQuestion(host)(params.code, body.key),
  'GET /answers': async ({ host }) => succeed({ items: await publishedQuestions(host.table), cursor: null }),
  'GET /answers/{id}': async ({ host, params }) => {
    const found = await readPublished(host.table, params.id)
    return found === undefined ? refuse('NOT_FOUND') : succeed(found)
  },
})
