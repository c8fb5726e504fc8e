import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { UntrainedPerson } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { seatsOf, useMe } from '../me.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { AddressYearPicker, useYear } from '../parts/year-picker.tsx'
import { fill, useSay } from '../preferences.tsx'
import { classQuery } from './class-query.ts'

const words = {
  zh: {
    title: '未参训人员',
    leadClass:
      '“{title}”面向的人员中没有报名、没有到课或者不合格的，按花名册排列（第7、29条）。只列您有权查看的人员。',
    leadRow:
      '年度计划这一项的培训班面向的人员中没有报名、没有到课或者不合格的，按花名册排列；在任何一期合格的不列。',
    leadYear: '{year} 年没有已认定培训的人员，按花名册排列（第7、29条）。',
    leadMonths: '最近 {months} 个月没有已认定培训的人员，按花名册排列（第29条）。',
    whose: '单位',
    period: '时间',
    ofYear: '按年度',
    ofMonths: '最近 {months} 个月',
    list: '未参训人员',
    none: '没有未参训人员。',
    name: '姓名',
    institution: '单位',
    post: '岗位类别',
    state: '情况',
    last: '最近一次培训',
    never: '没有记录',
    not_enrolled: '没有报名',
    declined: '所在单位未同意',
    left: '已退出',
    waiting: '候补，没有名额',
    absent: '没有到课',
    failed: '不合格',
  },
  en: {
    title: 'Who was not trained',
    leadClass:
      'Those for whom “{title}” was meant and who did not enrol, did not come or failed, in the order of the register (Art. 7, 29). Only people whom you may see.',
    leadRow:
      'Those for whom the classes of this row of the annual plan were meant and who did not enrol, come or pass; who passed any of them is not listed.',
    leadYear: 'Who had no recognised training in {year}, in the order of the register (Art. 7, 29).',
    leadMonths: 'Who had no recognised training for {months} months, in the order of the register (Art. 29).',
    whose: 'Organisation',
    period: 'Time',
    ofYear: 'by year',
    ofMonths: 'the last {months} months',
    list: 'Who was not trained',
    none: 'Everybody was trained.',
    name: 'Name',
    institution: 'Institution',
    post: 'Post',
    state: 'What came of it',
    last: 'Trained last',
    never: 'nothing on record',
    not_enrolled: 'not enrolled',
    declined: 'their institution declined',
    left: 'taken out',
    waiting: 'no seat, on the waiting list',
    absent: 'did not come',
    failed: 'failed',
  },
} as const

/** For how many months nobody trained somebody, as is offered to choose. */
const MONTHS = [3, 6, 12, 24] as const

interface Asked {
  readonly programme?: string
  readonly row?: string
  readonly organiser?: string
  readonly months?: number
  readonly year?: number
}

const Untrained = ({ id, asked }: { readonly id: string; readonly asked: Asked }) => {
  const { say, language } = useSay(words)
  const list = useList('/organisations/{id}/untrained', { path: { id }, query: asked })
  return (
    <Panel title={say.list}>
      <List<UntrainedPerson>
        of={list}
        label={say.list}
        rowKey={({ staffId }) => staffId}
        empty={<Empty>{say.none}</Empty>}
        columns={[
          {
            title: say.name,
            key: 'name',
            render: (_, { name, staffNo, institution }) => (
              <>
                <span className="strong">{name}</span>
                <div className="quiet">
                  {institution.name}
                  {staffNo !== null && ` · ${staffNo}`}
                </div>
              </>
            ),
          },
          {
            title: say.post,
            key: 'post',
            render: (_, { postType }) => term('postType', postType, language),
          },
          ...(asked.programme === undefined && asked.row === undefined
            ? []
            : [
                {
                  title: say.state,
                  key: 'state',
                  render: (_: unknown, { state }: UntrainedPerson) => (state === null ? '' : say[state]),
                },
              ]),
          {
            title: say.last,
            key: 'last',
            className: 'nowrap',
            render: (_, { lastTrainedOn }) =>
              lastTrainedOn === null ? say.never : day(lastTrainedOn, language),
          },
        ]}
      />
    </Panel>
  )
}

const Lead = ({ asked }: { readonly asked: Asked }) => {
  const { say } = useSay(words)
  const { programme = '', row, months, year } = asked
  const training = useQuery({ ...classQuery(programme), enabled: programme !== '' })
  if (programme !== '')
    return training.data === undefined ? null : (
      <p>
        <Link to={`/classes/${programme}`}>{fill(say.leadClass, { title: training.data.title })}</Link>
      </p>
    )
  const lead =
    row !== undefined
      ? say.leadRow
      : months !== undefined
        ? fill(say.leadMonths, { months })
        : fill(say.leadYear, { year: year ?? '' })
  return (
    <Cited>
      <p>{lead}</p>
    </Cited>
  )
}

/** Who was not trained: of a class, of a row of a plan, of a year, or for so many months. */
export const UntrainedPage = () => {
  const { say } = useSay(words)
  const [query, setQuery] = useSearchParams()
  const year = useYear()
  const seats = seatsOf(useMe(), 'institution', 'department', 'authority', 'auditor')
  const id = query.get('organisation') ?? seats[0]?.organisation.id
  const [programme, row, organiser, months] = ['programme', 'row', 'organiser', 'months'].map(
    (name) => query.get(name) ?? undefined,
  )
  const isOfClass = programme !== undefined || row !== undefined
  const asked: Asked =
    programme !== undefined
      ? { programme }
      : row !== undefined && organiser !== undefined
        ? { row, organiser, year }
        : months !== undefined
          ? { months: Number(months) }
          : { year }
  const change = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(query)
    if (value === undefined) next.delete(name)
    else next.set(name, value)
    setQuery(next)
  }
  const own = new Map(seats.map(({ organisation }) => [organisation.id, organisation.name]))
  return (
    <>
      <PageHead
        title={say.title}
        lead={<Lead asked={asked} />}
        actions={!isOfClass && months === undefined && <AddressYearPicker />}
      />
      <div className="fields">
        {own.size > 1 && (
          <div>
            <label htmlFor="untrained_whose">{say.whose}</label>{' '}
            <Select
              id="untrained_whose"
              value={id}
              popupMatchSelectWidth={false}
              options={[...own].map(([value, label]) => ({ value, label }))}
              onChange={(value) => change('organisation', value)}
            />
          </div>
        )}
        {!isOfClass && (
          <div>
            <label htmlFor="untrained_period">{say.period}</label>{' '}
            <Select
              id="untrained_period"
              value={months ?? ''}
              popupMatchSelectWidth={false}
              options={[
                { value: '', label: say.ofYear },
                ...MONTHS.map((one) => ({ value: String(one), label: fill(say.ofMonths, { months: one }) })),
              ]}
              onChange={(value) => change('months', value === '' ? undefined : value)}
            />
          </div>
        )}
      </div>
      {id !== undefined && <Untrained key={JSON.stringify([id, asked])} id={id} asked={asked} />}
    </>
  )
}
