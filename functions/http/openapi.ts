import { open } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { openapi } from '../public/api.ts'
import { apiDocument } from '../public/openapi-document.ts'

const document = apiDocument()

export const handler = open(openapi, () => ok(document))
