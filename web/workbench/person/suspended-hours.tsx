import type { SuspendedHours as Suspended } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { day, period } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    one: '{hours} 学时暂停计算（{subject}，{period}，{day}起，第35条）：没有提供证明。证明经核实后恢复计算。',
  },
  en: {
    one: '{hours} {hours|hour|hours} suspended ({subject}, {period}, since {day}, Art. 35): nobody has proved them. They count again once proved and verified.',
  },
} as const

/** Hours that do not count for want of proof, a line each. */
export const SuspendedHours = ({ of: suspended }: { readonly of: readonly Suspended[] }) => {
  const { say, language } = useSay(words)
  return suspended.map(({ entry, hours, subject, from, to, since }) => (
    <p key={entry} className="strong">
      <Cited>
        {fill(say.one, {
          hours,
          subject: term('subject', subject, language),
          period: period(from, to, language),
          day: day(since, language),
        })}
      </Cited>
    </p>
  ))
}
