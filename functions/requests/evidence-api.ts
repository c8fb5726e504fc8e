import * as z from 'zod'
import { personAndReaders } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, line } from '../platform/shapes.ts'

const Type = z.enum(['application/pdf', 'image/png', 'image/jpeg'])

export const EvidenceView = z
  .object({ id: z.string(), sha256: z.string(), size: z.number().int(), type: z.string() })
  .meta({ id: 'Evidence' })

export const Announcement = z
  .object({
    size: z
      .number()
      .int()
      .min(1)
      .max(10 * 1024 * 1024),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    type: Type,
    name: line(200).optional().meta({ description: 'Of the file; whoever sees the request reads it.' }),
  })
  .meta({ id: 'EvidenceAnnouncement' })

const Upload = z.object({ url: z.string(), method: z.string(), headers: z.record(z.string(), z.string()) })

export const uploadEvidence = {
  id: 'upload-evidence',
  callers: 'account',
  summary: 'Upload a proof',
  description:
    'Either the file itself as multipart form field `file` (PDF, PNG, JPEG; at most 10 MB, in the cloud 4 MB), or a JSON announcement of size, SHA-256 and type: the answer then holds an address to send the bytes to, after which `POST /evidence/{id}` takes them.',
  accepts: 'multipart/form-data',
  insteadOfForm: Announcement,
  reply: EvidenceView.extend({ upload: Upload.optional() }),
  status: 201,
  refuses: [
    'FILE_DAMAGED',
    'FILE_HARMFUL',
    'FILE_LOCKED',
    'FILE_MISSING',
    'FILE_TOO_LARGE',
    'FILE_TYPE_REFUSED',
    'UPLOADS_TOO_MANY',
  ],
} as const satisfies Operation

export const completeEvidence = {
  id: 'complete-evidence',
  callers: 'account',
  summary: 'Take an announced file once its bytes have been sent',
  params: idParams,
  reply: EvidenceView,
  refuses: [
    'FILE_DAMAGED',
    'FILE_HARMFUL',
    'FILE_LOCKED',
    'FILE_MISSING',
    'FILE_TOO_LARGE',
    'FILE_TYPE_REFUSED',
    'NOT_FOUND',
    'UPLOAD_DIFFERS',
    'UPLOAD_INCOMPLETE',
  ],
} as const satisfies Operation

export const readEvidence = {
  id: 'read-evidence',
  callers: personAndReaders,
  lent: true,
  summary: 'The bytes of a proof, for those who see a request that it belongs to',
  params: z.object({ id: z.string().min(1).max(200), evidence: z.string().min(1).max(100) }),
  reply: z.string(),
  answers: ['application/pdf', 'image/jpeg', 'image/png'],
  refuses: ['NOT_FOUND'],
} as const satisfies Operation
