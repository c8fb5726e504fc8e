import { DailyInput, RemindYear } from '../../workflows/daily/contract.ts'
import { type Lambda, writes } from '../platform/lambda.ts'
import { listShort, markSeen, readCalendar, readNews, readProgress, remindShort } from './api.ts'

export const noticeSteps = {
  name: 'notice-steps',
  entry: 'functions/notices/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'notify-due': DailyInput,
      'remind-year': RemindYear,
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

/** The bell and the calendar; and the year while it runs: who is short, and reminders to them. */
export const news = {
  name: 'news',
  entry: 'functions/notices/bell.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /news': readNews,
      'GET /calendar': readCalendar,
      'POST /news/seen': markSeen,
      'GET /years/{year}/progress': readProgress,
      'GET /years/{year}/short': listShort,
      'POST /years/{year}/reminders': remindShort,
    },
  },
  grants: [...writes, 'ledger:seal', 'mail:send'],
  memory: 1024,
  timeout: 29,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [noticeSteps, daily, news]
