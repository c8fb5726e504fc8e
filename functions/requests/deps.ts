import type { Clock } from '../platform/clock.ts'
import type { Table } from '../platform/table.ts'
import type { Workflows } from '../platform/workflows.ts'

/** What an act on a request needs: where it stands, the machines that carry it, and the time. */
export interface Deps {
  readonly table: Table
  readonly workflows: Workflows
  readonly clock: Clock
}
