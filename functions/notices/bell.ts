import { serve } from '../organisations/session.ts'
import { publicUrlFromEnvironment } from '../platform/public-url.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { downloadText } from '../platform/reply.ts'
import { sealing } from '../platform/sealing.ts'
import { news } from './functions.ts'
import { myCalendar } from './my-calendar.ts'
import { markSeen, readNews } from './news.ts'

const host = () => ({ ...sealing(recordsHost)(), publicUrl: publicUrlFromEnvironment() })

export const handler = serve(news, host, {
  'GET /news': async ({ host, actor }) => succeed(await readNews(host)(actor)),
  'GET /calendar': async ({ host, actor, language }) => {
    const text = await myCalendar(host)(actor, language)
    return succeed(downloadText(text, 'text/calendar; charset=utf-8', 'due-dates.ics'))
  },
  'POST /news/seen': async ({ host, body, actor }) =>
    succeed({ seenUntil: await markSeen(host)(body.asOf, actor) }),
})
