import { complaint } from './complaint/complaint.ts'
import type { WorkflowName } from './contract.ts'
import { daily } from './daily/daily.ts'
import { deemed } from './deemed/deemed.ts'
import type { Definition } from './definition.ts'
import { feedBatch } from './feed-batch/feed-batch.ts'
import { inspection } from './inspection/inspection.ts'
import { justifiedReason } from './justified-reason/justified-reason.ts'
import { makeUpDelay } from './make-up-delay/make-up-delay.ts'
import { nightWalk } from './night-walk/night-walk.ts'
import { objection } from './objection/objection.ts'
import { postChange } from './post-change/post-change.ts'
import { programmeFiling } from './programme-filing/programme-filing.ts'
import { question } from './question/question.ts'
import { recognition } from './recognition/recognition.ts'
import { recordChange } from './record-change/record-change.ts'
import { settle } from './settle/settle.ts'
import { yearClose } from './year-close/year-close.ts'

/** Every workflow's states by its name. Hosts read the `.asl.json` files that are written from them. */
export const definitions: Readonly<Record<WorkflowName, Definition>> = {
  recognition,
  'make-up-delay': makeUpDelay,
  'post-change': postChange,
  deemed,
  'record-change': recordChange,
  'justified-reason': justifiedReason,
  objection,
  'feed-batch': feedBatch,
  'programme-filing': programmeFiling,
  complaint,
  question,
  inspection,
  daily,
  settle,
  'year-close': yearClose,
  'night-walk': nightWalk,
}
