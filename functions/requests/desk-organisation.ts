import type { Organisation } from '../organisations/organisation.ts'
import { organisationAt } from '../organisations/organisation-at.ts'
import type { Stage } from '../platform/terms.ts'
import { lookingDesk, ownRouteOf, type Request } from './request.ts'

/**
 * The organisation whose desk a stage of a request is: that of the institution's route; of an objection, a programme, a
 * day's online hours or a closed class, its own.
 */
export const organisationFor = (request: Request, institution: Organisation, stage: Stage): string => {
  const own = ownRouteOf(request)
  if (own !== undefined)
    return stage === 'department' ? (own.departmentId ?? own.authorityId) : own.authorityId
  if (request.type === 'programme_filing') return request.desk.organisationId
  const looking = request.type === 'objection' ? lookingDesk(request) : undefined
  return looking?.role === stage ? looking.organisationId : organisationAt(institution, stage)
}
