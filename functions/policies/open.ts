import { serveOpen } from '../platform/http.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { everyArticle, search, viewArticle } from './articles.ts'
import { policiesOpen } from './functions.ts'
import { listPolicies, viewPolicy } from './view-policy.ts'

export const handler = serveOpen(policiesOpen, recordsHost, {
  'GET /articles': () => succeed({ items: everyArticle }),
  'GET /articles/{article}': async ({ host, params, language }) =>
    viewArticle(host)(params.article, language),
  'GET /policies': async ({ host }) => succeed(await listPolicies(host)),
  'GET /policies/{id}': async ({ host, params }) => viewPolicy(host)(params.id),
  'POST /policies/search': async ({ host, body }) => succeed(await search(host)(body.words)),
})
