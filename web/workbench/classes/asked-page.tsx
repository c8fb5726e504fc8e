import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { post } from '../../shared/api/client.ts'
import type { ListClassesResponse } from '../../shared/api/types.gen.ts'
import { period } from '../../shared/dates.ts'
import { useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import { Hints } from './class-marks.tsx'
import { classesQuery, useClassesAgain } from './class-query.ts'
import { words } from './words.ts'

type Asked = ListClassesResponse['asked'][number]

const enteredBy = { person: 'person', institution: 'byInstitution', organiser: 'byOrganiser' } as const

/** What an institution says to an enrolment; nobody says it to their own (Art. 38). */
const Acts = ({ of: { class: training, staffId, name } }: { readonly of: Asked }) => {
  const { say } = useSay(words)
  const again = useClassesAgain()
  const answer = async (action: 'agree' | 'decline', reason?: string) => {
    await post('/classes/{id}/answers', { path: { id: training.id }, body: { staffId, action, reason } })
    await again()
  }
  if (useMe().staffId === staffId) return null
  return (
    <div className="actions">
      <Confirm
        label={say.agree}
        title={fill(say.agreeTitle, { name })}
        follows={say.agreeFollows}
        act={() => answer('agree')}
      />
      <Confirm
        danger
        label={say.decline}
        title={fill(say.declineTitle, { name })}
        follows={say.declineFollows}
        reason={{ hint: say.reasonHint, required: true }}
        act={(reason) => answer('decline', reason)}
      />
    </div>
  )
}

/** The enrolments that wait for the word of one's institution (Art. 34), with what speaks to each (Art. 29). */
export const AskedPage = () => {
  const { say, language } = useSay(words)
  const query = useQuery(classesQuery)
  return (
    <>
      <PageHead title={say.askedTitle} lead={<p>{say.askedLead}</p>} />
      <Panel title={say.askedTitle}>
        <Answer of={query}>
          {({ asked }) =>
            asked.length === 0 ? (
              <Empty>{say.askedNone}</Empty>
            ) : (
              <Table<Asked>
                items={asked}
                rowKey={(one) => `${one.class.id} ${one.staffId}`}
                label={say.askedTitle}
                columns={[
                  {
                    title: say.name,
                    key: 'name',
                    render: (_, { name, by, hints }) => (
                      <>
                        <span className="strong">{name}</span>
                        <div className="quiet">{say[enteredBy[by]]}</div>
                        <Hints of={hints} />
                      </>
                    ),
                  },
                  {
                    title: say.classOf,
                    key: 'class',
                    render: (_, { class: training }) => (
                      <>
                        <Link to={`/classes/${training.id}`}>{training.title}</Link>
                        <div className="quiet">
                          {training.organiser.name} · {period(training.firstDay, training.lastDay, language)}
                        </div>
                      </>
                    ),
                  },
                  { title: say.act, key: 'act', render: (_, one) => <Acts of={one} /> },
                ]}
              />
            )
          }
        </Answer>
      </Panel>
    </>
  )
}
