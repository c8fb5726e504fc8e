import type { MatterWay } from '../platform/matter-way.ts'
import { type Complaint, changeComplaint, complaintsAwaiting, isOver, readComplaint } from './complaint.ts'

/** A complaint’s way through its workflow (Art. 36). */
export const complaintWay: MatterWay<Complaint> = {
  workflow: 'complaint',
  idName: 'complaintId',
  read: readComplaint,
  isOver,
  change: (before, after) => changeComplaint(before, after, []),
  awaiting: complaintsAwaiting,
}
