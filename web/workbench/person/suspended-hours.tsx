import { Link } from 'react-router'
import type { SuspendedHours as Suspended } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { day, period } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    one: '{hours} 学时暂停计算（{subject}，{period}，{day}起，第35条）：没有提供证明。证明经核实后恢复计算。',
    prove: '到抽查督办里提供证明',
  },
  en: {
    one: '{hours} {hours|hour|hours} suspended ({subject}, {period}, since {day}, Art. 35): nobody has proved them. They count again once proved and verified.',
    prove: 'Give the proof, under inspections',
  },
} as const

/** Hours that do not count for want of proof, a line each; to their own person (`own`) with the way to prove them. */
export const SuspendedHours = ({
  of: suspended,
  own = false,
}: {
  readonly of: readonly Suspended[]
  readonly own?: boolean
}) => {
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
      </Cited>{' '}
      {own && <Link to="/inspections">{say.prove}</Link>}
    </p>
  ))
}
