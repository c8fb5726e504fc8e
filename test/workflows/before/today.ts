import * as z from 'zod'
import { lambdaOfStep } from '../../../functions/catalog.ts'
import { ComplaintInput } from '../../../workflows/complaint/contract.ts'
import type { WorkflowName } from '../../../workflows/contract.ts'
import { DailyInput, DailyProgress } from '../../../workflows/daily/contract.ts'
import { DeemedInput } from '../../../workflows/deemed/contract.ts'
import { CreditPart, FeedBatchInput, PartCredited } from '../../../workflows/feed-batch/contract.ts'
import { InspectionInput } from '../../../workflows/inspection/contract.ts'
import { JustifiedReasonInput } from '../../../workflows/justified-reason/contract.ts'
import { MakeUpDelayInput } from '../../../workflows/make-up-delay/contract.ts'
import { NightWalkInput } from '../../../workflows/night-walk/contract.ts'
import { ObjectionInput } from '../../../workflows/objection/contract.ts'
import { HoldChange, PostChangeInput, TransferStanding } from '../../../workflows/post-change/contract.ts'
import { ProgrammeFilingInput, Unanswered } from '../../../workflows/programme-filing/contract.ts'
import { QuestionInput } from '../../../workflows/question/contract.ts'
import { RecognitionInput } from '../../../workflows/recognition/contract.ts'
import { RecordChangeInput } from '../../../workflows/record-change/contract.ts'
import {
  DeskApproved,
  EndLine,
  LateTask,
  LateTold,
  LineStep,
  OpenTask,
} from '../../../workflows/request-line.ts'
import {
  CertificateInput,
  Due,
  ResultInput,
  Revised,
  SettleInput,
  Sheet,
} from '../../../workflows/settle/contract.ts'
import {
  Frozen,
  Listed,
  ShardInput,
  ShardProgress,
  SummedUp,
  YearCloseInput,
} from '../../../workflows/year-close/contract.ts'

/** Today's shape of what each workflow starts with. */
export const inputNow: Readonly<Record<WorkflowName, z.ZodType>> = {
  recognition: RecognitionInput,
  'make-up-delay': MakeUpDelayInput,
  'post-change': PostChangeInput,
  deemed: DeemedInput,
  'record-change': RecordChangeInput,
  'justified-reason': JustifiedReasonInput,
  objection: ObjectionInput,
  'feed-batch': FeedBatchInput,
  'programme-filing': ProgrammeFilingInput,
  complaint: ComplaintInput,
  question: QuestionInput,
  inspection: InspectionInput,
  daily: DailyInput,
  settle: SettleInput,
  'year-close': YearCloseInput,
  'night-walk': NightWalkInput,
}

interface Shapes {
  readonly payload: z.ZodType
  readonly answer: z.ZodType
  /** What the execution's token is answered with, where the function takes one. */
  readonly tokenAnswer?: z.ZodType
}

const nothing = z.null()
const lineStep = { payload: LineStep, answer: nothing }
const lateStep = { payload: LateTask, answer: LateTold }

/** Today's shapes by the function's name of before. */
const shapes: Readonly<Record<string, Shapes>> = {
  'open-task': { payload: OpenTask, answer: nothing, tokenAnswer: DeskApproved },
  'remind-desk': lateStep,
  'escalate-desk': lateStep,
  'end-line': { payload: EndLine, answer: nothing },
  'credit-line': lineStep,
  'accept-unanswered': { payload: LateTask, answer: Unanswered },
  'follow-filing': { payload: EndLine, answer: nothing },
  'credit-part': { payload: CreditPart, answer: PartCredited },
  'record-delay': lineStep,
  'record-deemed': lineStep,
  'judge-change': { payload: LineStep, answer: TransferStanding },
  'hold-change': { payload: HoldChange, answer: nothing, tokenAnswer: DeskApproved },
  'record-change': lineStep,
  'refuse-change': lineStep,
  'notify-due': { payload: DailyInput, answer: DailyProgress },
  'find-due': { payload: SettleInput, answer: Due },
  'issue-certificate': { payload: CertificateInput, answer: Revised },
  'revise-certificate': { payload: CertificateInput, answer: Revised },
  'render-certificate': { payload: Sheet, answer: Sheet },
  'tell-certificate': { payload: Revised, answer: nothing },
  'correct-result': { payload: ResultInput, answer: nothing },
  'freeze-year': { payload: YearCloseInput, answer: Frozen },
  'list-shards': { payload: YearCloseInput, answer: Listed },
  'assess-page': { payload: ShardInput, answer: ShardProgress },
  'sum-up-year': { payload: YearCloseInput, answer: SummedUp },
  'report-year': { payload: YearCloseInput, answer: nothing },
  'fail-year': { payload: YearCloseInput, answer: nothing },
}

class FunctionGone extends Error {
  override name = 'FunctionGone'
}

/**
 * What a function of the version before is today: the catalog's entry that answers to its name, and its shapes.
 * The one place that knows: a function that moves into another stays known here by the name that it had, as an
 * alias which adds `step` to the payload.
 * @throws FunctionGone an execution under way would call nobody
 */
export const functionNow = (name: string): Shapes => {
  const known = lambdaOfStep(name) !== undefined
  const now = shapes[name]
  if (!known || now === undefined) throw new FunctionGone(`No step answers to ${name} any more.`)
  return now
}
