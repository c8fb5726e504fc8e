/** The state machines of this system; each has a folder of this name with its definition and its contract. */
export const workflowNames = [
  'recognition',
  'make-up-delay',
  'post-change',
  'deemed',
  'record-change',
  'justified-reason',
  'objection',
  'feed-batch',
  'programme-filing',
  'complaint',
  'question',
  'inspection',
  'daily',
  'settle',
  'year-close',
  'night-walk',
] as const
export type WorkflowName = (typeof workflowNames)[number]

/** A workflow's placeholders with the steps that fill them: `${OpenTask}` → `open-task`. */
export interface WorkflowContract {
  readonly name: WorkflowName
  /** Placeholder → step; a host fills in the ARN of the function that holds the step. */
  readonly steps: Readonly<Record<string, string>>
  /** Error names that the definition catches or retries by name, apart from `States.*` and Lambda's own. */
  readonly errors: readonly string[]
  /** The definition has a distributed Map: its machine starts executions of itself. */
  readonly distributed?: true
}
