import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ListClassesResponse } from '../../shared/api/types.gen.ts'
import { period } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { Table } from '../parts/table.tsx'
import { useSay } from '../preferences.tsx'
import { EnrolmentMark } from './class-marks.tsx'
import { classesQuery } from './class-query.ts'
import { words } from './words.ts'

type MyClass = ListClassesResponse['mine'][number]

/** The classes that one is enrolled in this year and later. */
export const MyClassesPage = () => {
  const { say, language } = useSay(words)
  const query = useQuery(classesQuery)
  return (
    <>
      <PageHead
        title={say.myClasses}
        lead={<p>{say.myLead}</p>}
        actions={
          <Link className="button" to="/programmes">
            {say.find}
          </Link>
        }
      />
      <Panel title={say.myClasses}>
        <Answer of={query}>
          {({ mine }) =>
            mine.length === 0 ? (
              <Empty>{say.myNone}</Empty>
            ) : (
              <Table<MyClass>
                items={mine}
                rowKey={({ id }) => id}
                label={say.myClasses}
                columns={[
                  {
                    title: say.classOf,
                    key: 'title',
                    render: (_, { id, title, organiser, state }) => (
                      <>
                        <Link to={`/classes/${id}`}>{title}</Link>
                        <div className="quiet">
                          {organiser.name} · {term('programmeState', state, language)}
                        </div>
                      </>
                    ),
                  },
                  {
                    title: say.dates,
                    key: 'dates',
                    render: (_, { firstDay, lastDay }) => period(firstDay, lastDay, language),
                  },
                  { title: say.place, key: 'place', render: (_, { place }) => place },
                  {
                    title: say.state,
                    key: 'state',
                    render: (_, { state, enrolment, waiting }) =>
                      // Nobody comes to a class that is not held, whatever was agreed.
                      state === 'cancelled' ? (
                        <StatusMark tone="bad">{term('programmeState', state, language)}</StatusMark>
                      ) : (
                        <EnrolmentMark of={{ state: enrolment, waiting }} say={say} />
                      ),
                  },
                ]}
              />
            )
          }
        </Answer>
      </Panel>
    </>
  )
}
