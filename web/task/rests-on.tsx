import type { ReadTaskResponse } from '../shared/api/types.gen.ts'
import { BatchRows } from './batch-rows.tsx'
import { ClassPart } from './class-part.tsx'
import { Filing } from './filing.tsx'
import styles from './task.module.css'

/** What a matter of a body, and of no single person, rests on: in the place of its proofs, where it has none. */
export const RestsOn = ({ task: { type, requestId, request } }: { readonly task: ReadTaskResponse }) => {
  if (type === 'programme_filing') return <Filing id={requestId} />
  if (type === 'feed_batch') return <BatchRows id={requestId} />
  return <ClassPart id={requestId} place={request.evidence.length > 0 ? '' : styles.proofs} />
}
