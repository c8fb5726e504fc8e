import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { Link, useParams } from 'react-router'
import { get } from '../../shared/api/client.ts'
import type { ListTrainingPlansResponse, TrainingPlan } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { seatsOf, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { List } from '../parts/list.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { useList } from '../parts/use-list.ts'
import { AddressYearPicker, useYear } from '../parts/year-picker.tsx'
import { fill, useSay } from '../preferences.tsx'
import { PlanForm } from './plan-form.tsx'
import { planWords } from './plan-words.ts'

type Row = TrainingPlan['rows'][number]
type Programme = TrainingPlan['besides'][number]
type Filed = ListTrainingPlansResponse['items'][number]

const yuan = (fen: number): string => (fen / 100).toFixed(2)

const Rows = ({ of: { rows, organisation, year } }: { readonly of: TrainingPlan }) => {
  const { say, language } = useSay(planWords)
  return (
    <Panel title={say.rows}>
      {rows.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <Table<Row>
          items={rows}
          label={say.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              title: say.name,
              key: 'title',
              render: (_, { title, subject, month }) => (
                <>
                  <span className="strong">{title}</span>
                  <div className="quiet">
                    {term('subject', subject, language)} · {fill(say.monthOf, { month })}
                  </div>
                </>
              ),
            },
            {
              title: say.planned,
              key: 'planned',
              render: (_, { audience, people, halfDays, budgetFen }) => (
                <>
                  {fill(say.plannedText, { people, halfDays, budget: yuan(budgetFen) })}
                  <div className="quiet">{audience}</div>
                </>
              ),
            },
            {
              title: say.carriedOut,
              key: 'programmes',
              render: (_, { id: row, programmes }) =>
                programmes.length === 0 ? (
                  say.nothingYet
                ) : (
                  <>
                    {programmes.map(({ id, title, state }) => (
                      <div key={id}>
                        <Link to={`/programme/${id}`}>{title}</Link>{' '}
                        <span className="quiet">{term('programmeState', state, language)}</span>
                      </div>
                    ))}
                    <Link
                      to={`/classes/untrained?${new URLSearchParams({ row, organiser: organisation.id, year: String(year) })}`}
                    >
                      {say.untrained}
                    </Link>
                  </>
                ),
            },
            { title: say.held, key: 'held', render: (_, { held }) => fill(say.heldText, held) },
          ]}
        />
      )}
    </Panel>
  )
}

const Besides = ({ of: { besides } }: { readonly of: TrainingPlan }) => {
  const { say, language } = useSay(planWords)
  return (
    <Panel title={say.besides}>
      {besides.length === 0 ? (
        <Empty>{say.besidesNone}</Empty>
      ) : (
        <Table<Programme>
          items={besides}
          label={say.besides}
          rowKey={({ id }) => id}
          columns={[
            {
              title: say.name,
              key: 'title',
              render: (_, { id, title, firstDay, state }) => (
                <>
                  <Link to={`/programme/${id}`}>{title}</Link>
                  <div className="quiet">
                    {day(firstDay, language)} · {term('programmeState', state, language)}
                  </div>
                </>
              ),
            },
            { title: say.why, key: 'why', render: (_, { why }) => why },
          ]}
        />
      )}
    </Panel>
  )
}

const Shown = ({ of: plan }: { readonly of: TrainingPlan }) => {
  const { say, language } = useSay(planWords)
  const queries = useQueryClient()
  const [said, setSaid] = useState<string>()
  const { state, filedTo, filedAt, late, acts } = plan
  return (
    <>
      {said !== undefined && <Notice tone="good" title={said} />}
      <Panel title={fill(say.of, { name: plan.organisation.name, year: plan.year })}>
        <Facts
          of={[
            [
              say.state,
              state === 'none'
                ? say.none
                : state === 'draft'
                  ? say.draft
                  : [say.filed, filedTo && fill(say.filedTo, { name: filedTo.name }), late && say.late]
                      .filter(Boolean)
                      .join(language === 'zh' ? '，' : ', '),
            ],
            [say.filedAt, filedAt === null ? null : moment(filedAt, language)],
          ]}
        />
      </Panel>
      <Rows of={plan} />
      {state !== 'none' && <Besides of={plan} />}
      {plan.mayKeep && (
        <PlanForm
          key={plan.version}
          of={plan}
          kept={async (text) => {
            setSaid(text)
            await queries.invalidateQueries({ queryKey: ['plan'] })
          }}
        />
      )}
      {acts.length > 0 && (
        <Panel title={say.acts}>
          <Facts
            of={acts.map(({ at, actorName, act, reason }) => [
              moment(at, language),
              [say[`act_${act}`], actorName, reason].filter(Boolean).join(' · '),
            ])}
          />
        </Panel>
      )}
    </>
  )
}

const PlanOf = ({ id }: { readonly id: string }) => {
  const year = useYear()
  const query = useQuery({
    queryKey: ['plan', id, year],
    queryFn: () => get('/organisations/{id}/plans', { path: { id }, query: { year } }),
  })
  return <Answer of={query}>{(plan) => <Shown of={plan} />}</Answer>
}

const FiledWithUs = ({ id }: { readonly id: string }) => {
  const { say, language } = useSay(planWords)
  const year = useYear()
  const list = useList('/organisations/{id}/plans/filed', { path: { id }, query: { year } })
  return (
    <Panel title={say.below}>
      <List<Filed>
        of={list}
        label={say.below}
        rowKey={({ organisation }) => organisation.id}
        empty={<Empty>{say.belowNone}</Empty>}
        columns={[
          {
            title: say.organisation,
            key: 'organisation',
            render: (_, { organisation }) => (
              <Link to={`/plans/${organisation.id}?year=${year}`}>{organisation.name}</Link>
            ),
          },
          { title: say.count, key: 'rows', align: 'right', render: (_, { rows }) => rows },
          { title: say.people, key: 'people', align: 'right', render: (_, { people }) => people },
          { title: say.budget, key: 'budget', align: 'right', render: (_, { budgetFen }) => yuan(budgetFen) },
          {
            title: say.filedAt,
            key: 'filedAt',
            render: (_, { filedAt, late }) => (
              <>
                {moment(filedAt, language)} {late && <span className="quiet">{say.late}</span>}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

/** The plans of one's own organisations, and those that were filed with them. */
export const OwnPlansPage = () => {
  const { say } = useSay(planWords)
  const seats = seatsOf(useMe(), 'institution', 'department', 'authority')
  const [chosen, setChosen] = useState(seats[0]?.organisation.id ?? '')
  const field = useId()
  const isAbove = seats.some(
    ({ organisation }) => organisation.id === chosen && organisation.kind !== 'institution',
  )
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} actions={<AddressYearPicker />} />
      {seats.length > 1 && (
        <p className="picker">
          <label htmlFor={field}>{say.own}</label>
          <Select
            id={field}
            value={chosen}
            popupMatchSelectWidth={false}
            options={seats.map(({ organisation }) => ({
              value: organisation.id,
              label: organisation.name,
            }))}
            onChange={setChosen}
          />
        </p>
      )}
      <PlanOf key={chosen} id={chosen} />
      {isAbove && <FiledWithUs id={chosen} />}
    </>
  )
}

/** A plan that was filed. */
export const PlanPage = () => {
  const { say } = useSay(planWords)
  const { id = '' } = useParams()
  return (
    <>
      <PageHead title={say.title} actions={<AddressYearPicker />} />
      <PlanOf id={id} />
    </>
  )
}
