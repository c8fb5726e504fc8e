import type { Request } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { fill } from '../../shared/fill.ts'
import type { Language } from '../../shared/language.ts'

const words = {
  zh: {
    desk: '现在由{holder}办理，办理期限 {day}。每一步有结果都会发邮件告诉您。',
    hold: '等待完成转岗培训，最迟 {day}。完成后自动转给办理人；届时没有完成的，备案不予办理（第45条）。',
    soon: '正在转给办理人。每一步有结果都会发邮件告诉您。',
  },
  en: {
    desk: 'Now with {holder}, due by {day}. You will get a mail at every step.',
    hold: 'It waits for the transfer training, until {day}; then it goes to the desk by itself. Without the training by then it is refused (Art. 45).',
    soon: 'It is on its way to the desk. You will get a mail at every step.',
  },
} as const

/** What a request that was just sent waits for: a desk, the training of a change of post, or its way to the desk. */
export const sentText = (
  { holder, tasks, status, holdUntil }: Pick<Request, 'holder' | 'tasks' | 'status' | 'holdUntil'>,
  language: Language,
): string => {
  const say = words[language]
  const dueOn = tasks
    .map((task) => task.dueOn)
    .toSorted()
    .at(-1)
  if (status === 'on_hold' && holdUntil !== null) return fill(say.hold, { day: day(holdUntil, language) })
  return holder && dueOn !== undefined
    ? fill(say.desk, { holder: holder.name, day: day(dueOn, language) })
    : say.soon
}
