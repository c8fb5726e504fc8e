import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import { get, post } from '../../shared/api/client.ts'
import type { TrainingClass } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import { useClassesAgain } from './class-query.ts'
import { evaluationWords } from './evaluation-words.ts'

const QUESTIONS = [0, 1, 2, 3, 4] as const
const SCORES = [5, 4, 3, 2, 1] as const

interface Values {
  scores: number[]
  comment?: string
}

/** Somebody who was in a closed class says what they think of it, once and without their name. */
export const EvaluatePanel = ({ of: { id, mine } }: { readonly of: TrainingClass }) => {
  const { say } = useSay(evaluationWords)
  const again = useClassesAgain()
  const sending = useMutation({
    mutationFn: async ({
      scores: [content = 0, teaching = 0, care = 0, use = 0, whole = 0],
      comment,
    }: Values) => {
      const said = comment?.trim()
      await post('/classes/{id}/evaluations', {
        path: { id },
        body: { scores: [content, teaching, care, use, whole], ...(said ? { comment: said } : {}) },
      })
      await again()
    },
  })
  if (mine === null || mine.evaluation === 'none') return null
  return (
    <Panel title={say.title}>
      {mine.evaluation === 'given' ? (
        <Notice tone="good" title={say.given} />
      ) : (
        <>
          <p className="quiet">{say.lead}</p>
          {sending.isError && <ProblemNotice error={sending.error} />}
          <Form<Values> name="evaluation" layout="vertical" onFinish={(values) => sending.mutate(values)}>
            {QUESTIONS.map((question) => (
              <Form.Item
                key={question}
                name={['scores', question]}
                label={say[`question${question}`]}
                rules={[
                  { required: true, message: fill(say.missing, { question: say[`question${question}`] }) },
                ]}
              >
                <Radio.Group
                  aria-label={say[`question${question}`]}
                  options={SCORES.map((value) => ({ value, label: say[`score${value}`] }))}
                />
              </Form.Item>
            ))}
            <Form.Item name="comment" label={say.comment}>
              <Input.TextArea maxLength={300} rows={3} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={sending.isPending}>
              {say.send}
            </Button>
          </Form>
        </>
      )}
    </Panel>
  )
}

/** What participants thought of a class, for its organiser and those above it. */
export const EvaluatedPanel = ({ id }: { readonly id: string }) => {
  const { say, language } = useSay(evaluationWords)
  const query = useQuery({
    queryKey: ['/classes', id, 'evaluation'],
    queryFn: () => get('/classes/{id}/evaluation', { path: { id } }),
    // Whoever does not stand above the organiser is told nothing.
    retry: false,
  })
  if (query.data === undefined || query.data.until === null) return null
  const { until, answers, least, averages, comments } = query.data
  return (
    <Panel title={say.resultTitle}>
      {answers === null ? (
        <p>{fill(say.running, { until: day(until, language) })}</p>
      ) : averages === null ? (
        <p>{fill(say.few, { answers, least })}</p>
      ) : (
        <>
          <p>{fill(say.answers, { answers })}</p>
          <Table<(typeof QUESTIONS)[number]>
            items={QUESTIONS}
            rowKey={String}
            label={say.resultTitle}
            columns={[
              { title: say.question, key: 'question', render: (_, question) => say[`question${question}`] },
              {
                title: say.average,
                key: 'average',
                align: 'right',
                render: (_, question) => averages[question]?.toFixed(1),
              },
            ]}
          />
          {comments !== null && comments.length > 0 && (
            <>
              <h3>{say.comments}</h3>
              <ul>
                {comments.map((comment, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two may have said the same.
                  <li key={index}>{comment}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Panel>
  )
}
