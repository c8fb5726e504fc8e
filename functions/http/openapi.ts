import { apiDocument } from '../api/document.ts'
import { openapi } from '../api/public.ts'
import { open } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'

const document = apiDocument()

export const handler = open(openapi, () => ok(document))
