import { secretHost } from '../complaints/secrecy.ts'
import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { succeed } from '../platform/refusals.ts'
import { actOnQuestion } from './act-on-question.ts'
import { askWithAccount } from './ask-question.ts'
import { ownQuestions } from './follow-question.ts'
import { questionDesk } from './functions.ts'
import { listQuestions, viewQuestion } from './view-question.ts'

export const handler = serve(questionDesk, () => ({ ...actingHost(), ...secretHost() }), {
  'GET /questions': async ({ host, query, actor }) => succeed(await listQuestions(host)(query, actor)),
  'GET /questions/own': async ({ host, query, actor }) => succeed(await ownQuestions(host)(query, actor)),
  'GET /questions/{id}': async ({ host, params, actor }) => viewQuestion(host)(params.id, actor),
  'POST /questions/own': async ({ host, body, key, actor }) => askWithAccount(host)(body, key, actor),
  'POST /questions/{id}/acts': async ({ host, params, body, actor }) =>
    actOnQuestion(host)(params.id, body, actor),
})
