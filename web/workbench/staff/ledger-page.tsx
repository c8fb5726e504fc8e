import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { withQuery } from '../../shared/with-query.ts'
import { useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { SaveButton } from '../parts/save-button.tsx'
import { AddressYearPicker, useYear } from '../parts/year-picker.tsx'
import { Credits } from '../person/ledger-credits.tsx'
import { Effects } from '../person/ledger-effects.tsx'
import { ledgerQuery } from '../person/ledger-query.ts'
import { ObligationMark, OtherObligations, Ways, YearFigures } from '../person/ledger-year.tsx'
import { saveLedger } from '../person/save-ledger.ts'
import { SuspendedHours } from '../person/suspended-hours.tsx'
import { fill, useSay } from '../preferences.tsx'
import { OwnCorrections } from './corrections.tsx'

const words = {
  zh: {
    title: '培训台账',
    lead: '已记入台账的学时，按培训时间归入年度。',
    figures: '{year} 年度',
    ways: '还差什么，可以怎样补齐',
    result: '结论',
    nothingMissing: '这一年的要求都已达到。',
    credits: '记入台账的学时',
    effects: '对各项业务的影响',
    file: '申报学时',
    print: '打印',
    paper: '台账 PDF',
    trainings: '培训档案',
    notOnRegister: '您的账号没有对应的在册人员，所以没有本人的台账。',
  },
  en: {
    title: 'Training ledger',
    lead: 'The hours on record, each in the year of its training.',
    figures: 'Year {year}',
    ways: 'What is missing, and how to close it',
    result: 'Result',
    nothingMissing: 'Everything that this year asks for is reached.',
    credits: 'Hours on record',
    effects: 'What it means for your affairs',
    file: 'File hours',
    print: 'Print',
    paper: 'Ledger as PDF',
    trainings: 'Training archive',
    notOnRegister: 'Your account belongs to nobody on a register, so there is no ledger of your own.',
  },
} as const

/** A person's own ledger by year: figures, what is missing, every entry and why it counts. */
export const LedgerPage = () => {
  const { say } = useSay(words)
  const { staffId } = useMe()
  const year = useYear()
  const ledger = useQuery({ ...ledgerQuery(staffId ?? '', year), enabled: staffId !== null })
  if (staffId === null)
    return (
      <>
        <PageHead title={say.title} />
        <Empty>{say.notOnRegister}</Empty>
      </>
    )
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          <>
            <AddressYearPicker />
            <Link
              className="button"
              to={withQuery(`/persons/${encodeURIComponent(staffId)}/trainings`, { year })}
            >
              {say.trainings}
            </Link>
            <Link className="button primary" to="/requests/new/recognition">
              {say.file}
            </Link>
            <button type="button" onClick={() => window.print()}>
              {say.print}
            </button>
            <SaveButton label={say.paper} save={() => saveLedger(staffId, year)} />
          </>
        }
      />
      <Answer of={ledger}>
        {(data) => (
          <>
            <Panel
              title={fill(say.figures, { year })}
              actions={<ObligationMark status={data.assessment.annual.status} />}
            >
              <YearFigures assessment={data.assessment} />
              <SuspendedHours own of={data.suspended} />
              <OtherObligations assessment={data.assessment} />
            </Panel>
            <Panel title={data.assessment.annual.missing.hours > 0 ? say.ways : say.result}>
              {data.assessment.reasons.length === 0 ? (
                <Empty>{say.nothingMissing}</Empty>
              ) : (
                <Ways assessment={data.assessment} />
              )}
            </Panel>
            <Panel title={say.credits}>
              <Credits ledger={data} year={year} />
            </Panel>
            <OwnCorrections staffId={staffId} />
            <Panel title={say.effects}>
              <Effects of={data.assessment.eligibility} />
            </Panel>
          </>
        )}
      </Answer>
    </>
  )
}
