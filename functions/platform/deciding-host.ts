import { type RecordsHost, recordsHost } from './records-host.ts'
import { type Workflows, workflowsFromEnvironment } from './workflows.ts'

/** What an act needs that keeps records and starts or answers workflows. */
export interface DecidingHost extends RecordsHost {
  readonly workflows: Workflows
}

/** What Lambda gives such an act. */
export const decidingHost = (): DecidingHost => ({ ...recordsHost(), workflows: workflowsFromEnvironment() })
