import { serve } from '../organisations/session.ts'
import { succeed } from '../platform/refusals.ts'
import { downloadText } from '../platform/reply.ts'
import { sealing } from '../platform/sealing.ts'
import { writingHost } from '../platform/writing-host.ts'
import { listed } from '../staff/listed.ts'
import { news } from './functions.ts'
import { myCalendar } from './my-calendar.ts'
import { markSeen, readNews } from './news.ts'
import { remindShort } from './remind-short.ts'
import { listShort, readProgress } from './short.ts'

export const handler = serve(news, sealing(writingHost), {
  'GET /news': async ({ host, actor }) => succeed(await readNews(host)(actor)),
  'GET /calendar': async ({ host, actor, language }) => {
    const text = await myCalendar(host)(actor, language)
    return succeed(downloadText(text, 'text/calendar; charset=utf-8', 'due-dates.ics'))
  },
  'POST /news/seen': async ({ host, body, actor }) =>
    succeed({ seenUntil: await markSeen(host)(body.asOf, actor) }),
  'GET /years/{year}/progress': async ({ host, params, query, actor }) =>
    readProgress(host)(params.year, query.institution, actor),
  'GET /years/{year}/short': async ({ host, params, query, actor }) =>
    listed(host, actor, query.institution, 'short', await listShort(host)(params.year, query, actor)),
  'POST /years/{year}/reminders': async ({ host, params, body, actor }) =>
    remindShort(host)(params.year, body, actor),
})
