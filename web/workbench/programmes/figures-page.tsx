import { Link, useParams } from 'react-router'
import type { ProgrammeFigures } from '../../shared/api/types.gen.ts'
import { seatsOf, useMe } from '../me.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { AddressYearPicker, useYear } from '../parts/year-picker.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '培训班情况',
    lead: '按单位统计一年的培训班：备案、举办、人数、学时和收费。人数和学时是已结业的培训班的，学时为合格人员到课半天数乘以 4；每天收费按线下课程平均，不收费的和还没有举办的一并计算；占上限是收费最高的课程占第26条上限的比例。',
    list: '各单位培训班情况',
    none: '没有可以统计的单位。',
    organisation: '单位',
    filed: '备案',
    filedText: '{filed} 个，接受 {accepted} 个',
    held: '举办',
    heldText: '结业 {closed} 个，取消 {cancelled} 个',
    places: '名额',
    people: '人数',
    peopleText: '报名 {enrolled}，到课 {attended}，合格 {passed}',
    hours: '学时',
    fee: '每人每天平均收费',
    yuan: '{amount} 元',
    share: '占上限 {percent}%',
    below: '看所属单位',
    untrained: '未参训人员',
  },
  en: {
    title: 'Programmes in figures',
    lead: 'Programmes of a year by organisation. People and hours are those of classes that were closed: half-days of those who passed, times four. A day’s fee is the average over courses offline, with those that are free or yet to come; the share of the cap is that of the dearest course (Art. 26).',
    list: 'Programmes by organisation',
    none: 'There is no organisation to count.',
    organisation: 'Organisation',
    filed: 'Filed',
    filedText: '{filed}, {accepted} accepted',
    held: 'Held',
    heldText: '{closed} closed, {cancelled} cancelled',
    places: 'Places',
    people: 'People',
    peopleText: '{enrolled} enrolled, {attended} attended, {passed} passed',
    hours: 'Hours',
    fee: 'Average fee a day and person',
    yuan: '{amount} yuan',
    share: '{percent}% of the cap',
    below: 'Those below it',
    untrained: 'Who was not trained',
  },
} as const

/** What programmes come to, for an organisation and those right below it. */
const FiguresOf = ({ id }: { readonly id: string }) => {
  const { say } = useSay(words)
  const year = useYear()
  const list = useList('/organisations/{id}/programme-figures', { path: { id }, query: { year } })
  return (
    <Panel title={say.list}>
      <List<ProgrammeFigures>
        of={list}
        label={say.list}
        rowKey={({ organisation }) => organisation.id}
        empty={<Empty>{say.none}</Empty>}
        columns={[
          {
            title: say.organisation,
            key: 'organisation',
            render: (_, { organisation, hasBelow }) => (
              <>
                <span className="strong">{organisation.name}</span>
                {hasBelow && (
                  <div>
                    <Link to={`/programmes/figures/${organisation.id}?year=${year}`}>{say.below}</Link>
                  </div>
                )}
              </>
            ),
          },
          {
            title: say.filed,
            key: 'filed',
            render: (_, { filed, accepted }) => fill(say.filedText, { filed, accepted }),
          },
          {
            title: say.held,
            key: 'held',
            render: (_, { closed, cancelled }) => fill(say.heldText, { closed, cancelled }),
          },
          { title: say.places, key: 'places', align: 'right', render: (_, { places }) => places },
          {
            title: say.people,
            key: 'people',
            render: (_, { enrolled, attended, passed }) =>
              fill(say.peopleText, { enrolled, attended, passed }),
          },
          { title: say.hours, key: 'hours', align: 'right', render: (_, { hours }) => hours },
          {
            title: say.fee,
            key: 'fee',
            render: (_, { feeFenADay, highestShareOfCap }) => (
              <>
                {feeFenADay !== null && fill(say.yuan, { amount: (feeFenADay / 100).toFixed(2) })}
                {highestShareOfCap !== null && (
                  <div className="quiet">
                    {fill(say.share, { percent: (highestShareOfCap / 10).toFixed(1) })}
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

export const ProgrammeFiguresPage = () => {
  const { say } = useSay(words)
  const own = seatsOf(useMe(), 'institution', 'department', 'authority', 'auditor')[0]?.organisation.id
  const { id = own } = useParams()
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          <>
            {id !== undefined && (
              <Link className="button" to={`/classes/untrained?organisation=${encodeURIComponent(id)}`}>
                {say.untrained}
              </Link>
            )}
            <AddressYearPicker />
          </>
        }
      />
      {id !== undefined && <FiguresOf key={id} id={id} />}
    </>
  )
}
