import { DailyInput } from '../../workflows/daily/contract.ts'
import { type Lambda, reads, writes } from '../platform/lambda.ts'
import { markSeen, readCalendar, readNews } from './api.ts'

export const noticeSteps = {
  name: 'notice-steps',
  entry: 'functions/notices/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'notify-due': DailyInput,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:settle', 'workflow:post-change', 'mail:send'],
  timeout: 300,
} as const satisfies Lambda

/** Every morning at 08:30 in Shanghai. */
export const daily = {
  name: 'daily',
  entry: 'functions/notices/daily.ts',
  work: { kind: 'job', schedule: { cron: '30 8 * * *' } },
  grants: ['workflow:daily'],
} as const satisfies Lambda

export const newsReads = {
  name: 'news-reads',
  entry: 'functions/notices/news-reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: { 'GET /news': readNews, 'GET /calendar': readCalendar },
  },
  grants: [...reads, 'ledger:seal'],
} as const satisfies Lambda

export const newsWrites = {
  name: 'news-writes',
  entry: 'functions/notices/news-writes.ts',
  work: { kind: 'routes', access: 'session', routes: { 'POST /news/seen': markSeen } },
  grants: writes,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [noticeSteps, daily, newsReads, newsWrites]
