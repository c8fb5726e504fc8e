import { apiDocument } from '../openapi-document.ts'
import { open } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { openapi } from '../public/api.ts'

const document = apiDocument()

export const handler = open(openapi, () => ok(document))
