import type { Lecturer } from './lecturer.ts'
import type { LecturerView } from './lecturers-api.ts'

/** A lecturer as the API shows them. */
export const viewLecturer = ({ id, name, field, proposedBy, vetted, removed }: Lecturer): LecturerView => ({
  ...{ id, name, field, proposedBy },
  vettedBy: vetted.map(({ organisationId }) => organisationId),
  removed: removed === undefined ? null : { at: removed.at, reason: removed.reason },
})
