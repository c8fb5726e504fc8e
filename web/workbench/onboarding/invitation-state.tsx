import type { InvitationState as State } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    undelivered: '邮件没有发出，请重新发送',
    expired: '链接已过期，请重新发送',
    until: '链接有效期至 {moment}',
  },
  en: {
    undelivered: 'the mail did not go out: send it again',
    expired: 'the link has expired: send it again',
    until: 'the link holds until {moment}',
  },
} as const

/** What has become of the link that was sent last. */
export const InvitationState = ({ of: { expired, delivered, expiresAt } }: { readonly of: State }) => {
  const { say, language } = useSay(words)
  if (!delivered) return <span className="fault">{say.undelivered}</span>
  if (expired) return <span className="fault">{say.expired}</span>
  return <span className="quiet">{fill(say.until, { moment: moment(expiresAt, language) })}</span>
}
