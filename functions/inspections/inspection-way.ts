import type { MatterWay } from '../platform/matter-way.ts'
import {
  changeInspection,
  type Inspection,
  inspectionsAwaiting,
  isOver,
  readInspection,
} from './inspection.ts'

/** The way through its workflow of a draw, and of what was drawn, ordered or found (Art. 8, 32, 35). */
export const inspectionWay: MatterWay<Inspection> = {
  workflow: 'inspection',
  idName: 'inspectionId',
  read: readInspection,
  isOver,
  change: (before, after) => changeInspection<Inspection>(before, after),
  awaiting: inspectionsAwaiting,
}
