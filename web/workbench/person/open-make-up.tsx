import { useQuery } from '@tanstack/react-query'
import type { Assessment, ReadLedgerResponse } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { Notice } from '../parts/notice.tsx'
import { Unread } from '../parts/unread.tsx'
import { fill, useSay } from '../preferences.tsx'
import { ledgerQuery } from './ledger-query.ts'

const words = {
  zh: {
    ofYear: '{year} 年度的台账',
    title: '{year} 年度延迟补训：还差 {hours} 学时，{day} 前完成',
    text: '其中公共科目 {public} 学时，专业科目 {professional} 学时。申报时在“补哪一年”中选择 {year} 年度，否则计入培训当年（第32条）。',
  },
  en: {
    ofYear: 'The ledger of {year}',
    title: 'Make-up of {year}: {hours} {hours|hour|hours} missing, due {day}',
    text: '{public} of them public, {professional} professional. Choose {year} under “Makes up” when you file hours, or they count for the year of the training (Art. 32).',
  },
} as const

/** What a year whose delay is approved still lacks, and how hours come to count for it; nothing where it is closed. */
export const MakeUp = ({ annual }: Pick<Assessment, 'annual'>) => {
  const { say, language } = useSay(words)
  const { year, status, missing, dueOn } = annual
  if (status !== 'deferred') return null
  const { public: ofPublic, professional } = missing
  return (
    <Notice tone="wait" title={fill(say.title, { year, hours: missing.hours, day: day(dueOn, language) })}>
      <p>{fill(say.text, { year, public: ofPublic, professional })}</p>
    </Notice>
  )
}

/** The same of the year before the one that a ledger is about: no delay goes beyond the year after (Art. 32). */
export const OpenMakeUp = ({ ledger }: { readonly ledger: ReadLedgerResponse }) => {
  const before = ledger.assessment.annual.year - 1
  const isDelayed = (ledger.facts.delays ?? []).some(({ year }) => year === before)
  const { say } = useSay(words)
  const asked = useQuery({ ...ledgerQuery(ledger.staffId, before), enabled: isDelayed })
  return asked.data === undefined ? (
    <Unread of={asked} what={fill(say.ofYear, { year: before })} />
  ) : (
    <MakeUp annual={asked.data.assessment.annual} />
  )
}
