import { serveOpen } from '../platform/http.ts'
import { objectsFromEnvironment } from '../platform/objects.ts'
import { recordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { file } from '../platform/reply.ts'
import { everyArticle, viewArticle } from './articles.ts'
import { policiesOpen } from './functions.ts'
import { search } from './search-published.ts'
import { fileOfPolicy, listPolicies, viewPolicy } from './view-policy.ts'

export const handler = serveOpen(
  policiesOpen,
  () => ({ ...recordsHost(), objects: objectsFromEnvironment() }),
  {
    'GET /articles': () => succeed({ items: everyArticle }),
    'GET /articles/{article}': async ({ host, params, language }) =>
      viewArticle(host)(params.article, language),
    'GET /policies': async ({ host }) => succeed(await listPolicies(host)),
    'GET /policies/{id}': async ({ host, params }) => viewPolicy(host)(params.id),
    'GET /policies/{id}/files/{file}': async ({ host, params }) => {
      const published = await fileOfPolicy(host.table, params.id, params.file)
      const object = published && (await host.objects.get(published.objectKey))
      return object ? succeed(file(object.bytes, object.contentType, params.file)) : refuse('NOT_FOUND')
    },
    'POST /policies/search': async ({ host, body }) => succeed(await search(host)(body.words)),
  },
)
