import { requireRequest } from '../desks/open-task.ts'
import { actingHost } from '../platform/acting-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { eventually } from '../platform/table.ts'
import { settling } from '../settlement/settling.ts'
import { creditLine } from './credit-line.ts'
import { creditRoster } from './credit-roster.ts'
import { endLine } from './end-line.ts'
import { outcomeSteps } from './functions.ts'
import { holdChange, judgeChange } from './held-changes.ts'
import {
  enterRecordChange,
  recordChange,
  recordDeemed,
  recordDelay,
  recordJustifiedReason,
  refuseChange,
} from './record-outcome.ts'

export const handler = steps(outcomeSteps, sealing(actingHost), {
  'credit-line': async (input, host) => {
    // Of what kind a request is never changes; what it says is held to by the condition of the write.
    const { request } = await requireRequest(eventually(host.table), input.requestId)
    return request.type === 'class_roster'
      ? creditRoster(settling(host))(request.id)
      : creditLine(settling(host))(input, request)
  },
  'end-line': (input, host) => endLine(settling(host))(input),
  'record-delay': ({ requestId }, host) => recordDelay(settling(host))(requestId),
  'record-deemed': ({ requestId }, host) => recordDeemed(settling(host))(requestId),
  'judge-change': ({ requestId }, host) => judgeChange(host)(requestId),
  'hold-change': (input, host) => holdChange(host)(input),
  'record-change': ({ requestId }, host) => recordChange(settling(host))(requestId),
  'enter-record-change': ({ requestId }, host) => enterRecordChange(settling(host))(requestId),
  'record-justified': ({ requestId }, host) => recordJustifiedReason(settling(host))(requestId),
  'refuse-change': ({ requestId }, host) => refuseChange(settling(host))(requestId),
})
