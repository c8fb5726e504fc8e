import { requestTypes } from '../../../functions/platform/words.ts'
import type { Execution } from '../../shared/api/types.gen.ts'
import type { MarkTone } from '../parts/status-mark.tsx'

/** What operators call the workflows and how they stand. */
export const executionWords = {
  zh: {
    RUNNING: '运行中',
    SUCCEEDED: '已完成',
    FAILED: '失败',
    TIMED_OUT: '超时',
    ABORTED: '已终止',
    recognition: requestTypes.recognition.zh,
    'make-up-delay': requestTypes.make_up_delay.zh,
    'post-change': requestTypes.post_change.zh,
    deemed: requestTypes.deemed.zh,
    'record-change': requestTypes.record_change.zh,
    'justified-reason': requestTypes.justified_reason.zh,
    objection: requestTypes.objection.zh,
    'feed-batch': requestTypes.feed_batch.zh,
    'programme-filing': requestTypes.programme_filing.zh,
    complaint: '投诉举报',
    question: '政策咨询',
    inspection: '抽查督办',
    daily: '每日事项',
    settle: '结果和证书',
    'year-close': '年度结算',
    'night-walk': '夜间核对台账',
  },
  en: {
    RUNNING: 'running',
    SUCCEEDED: 'succeeded',
    FAILED: 'failed',
    TIMED_OUT: 'timed out',
    ABORTED: 'stopped',
    recognition: requestTypes.recognition.en,
    'make-up-delay': requestTypes.make_up_delay.en,
    'post-change': requestTypes.post_change.en,
    deemed: requestTypes.deemed.en,
    'record-change': requestTypes.record_change.en,
    'justified-reason': requestTypes.justified_reason.en,
    objection: requestTypes.objection.en,
    'feed-batch': requestTypes.feed_batch.en,
    'programme-filing': requestTypes.programme_filing.en,
    complaint: 'Complaint',
    question: 'Question',
    inspection: 'Inspection',
    daily: 'Daily work',
    settle: 'Results and certificates',
    'year-close': 'Close of a year',
    'night-walk': 'Night’s walk of the ledgers',
  },
} as const

export const executionTones: Readonly<Record<Execution['status'], MarkTone>> = {
  RUNNING: 'wait',
  SUCCEEDED: 'good',
  FAILED: 'bad',
  TIMED_OUT: 'bad',
  ABORTED: 'bad',
}

export const statuses = [
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
  'ABORTED',
] as const satisfies readonly Execution['status'][]

export const workflows = [
  'recognition',
  'make-up-delay',
  'post-change',
  'deemed',
  'record-change',
  'justified-reason',
  'objection',
  'feed-batch',
  'complaint',
  'question',
  'inspection',
  'settle',
  'daily',
  'year-close',
  'night-walk',
] as const

export const executionPath = ({ workflow, name }: Pick<Execution, 'workflow' | 'name'>): string =>
  `/executions/${workflow}/${encodeURIComponent(name)}`
