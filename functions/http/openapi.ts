import { apiDocument } from '../api/document.ts'
import { openapi } from '../api/public.ts'
import { open } from '../kit/http.ts'
import { ok } from '../platform/reply.ts'

const document = apiDocument()

export const handler = open(openapi, () => ok(document))
