import type { Actor } from '../organisations/account.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { noteListOf } from '../staff/listed.ts'
import { noteLook } from '../staff/look.ts'
import type { Request } from './request.ts'

/**
 * Puts on record who opened a request, or a proof of it: of one person's as a look at them, of a class as a list of its
 * institution's people. Their own desks leave no record.
 */
export const noteRequest = async (
  host: Pick<RecordsHost, 'table' | 'clock'>,
  actor: Actor,
  request: Request,
  page: 'request' | 'proof' = 'request',
): Promise<void> => {
  if (request.staffId !== undefined) return noteLook(host, actor, request.staffId, page)
  if (request.type === 'class_roster')
    await noteListOf(host, actor, request.institutionId, {
      ...{ list: 'class', filter: { request: request.id }, count: request.participantCount },
    })
}
