import type { MatterWay } from '../platform/matter-way.ts'
import { type Complaint, changeComplaint, complaintsAwaiting, isOver, readComplaint } from './complaint.ts'
import { untold } from './untold.ts'

/**
 * A complaint's way through its workflow (Art. 36). Operators see executions by their names: these don't say which
 * complaint each belongs to.
 */
export const complaintWay: MatterWay<Complaint> = {
  workflow: 'complaint',
  idName: 'complaintId',
  executionName: (id) => untold(`execution ${id}`),
  read: readComplaint,
  isOver,
  change: (before, after) => changeComplaint(before, after, []),
  awaiting: complaintsAwaiting,
}
