import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { criteria, libraryActs, libraryNames, libraryStates } from '../../../functions/libraries/words.ts'
import { get, post } from '../../shared/api/client.ts'
import type { LibraryEntry } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { labelled } from '../../shared/labelled.ts'
import { isOfRegion, seatsOf, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Facts } from '../parts/facts.tsx'
import { FaultSummary, fieldFaults } from '../parts/fault-summary.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import { useRequired } from '../registers/register-form.tsx'
import { Content, criteriaNames } from './content.tsx'
import { TaughtPanel } from './taught.tsx'
import { words } from './words.ts'

type Criterion = (typeof criteriaNames)[number]

const useAgain = () => {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: ['/library-entries/{id}'] })
    await queries.invalidateQueries({ queryKey: ['/library-reviews'] })
    await queries.invalidateQueries({ queryKey: ['/organisations/{id}/library-entries'] })
  }
}

const Review = ({ of: { id, kind }, done }: { readonly of: LibraryEntry; readonly done: () => void }) => {
  const { say, language } = useSay(words)
  const required = useRequired()
  const again = useAgain()
  const [form] = Form.useForm<{ reason: string; criteria?: Criterion[] }>()
  const [approves, setApproves] = useState(true)
  const sending = useMutation({
    mutationFn: async (values: { reason: string; criteria?: Criterion[] }) => {
      await post('/library-entries/{id}/reviews', {
        path: { id },
        body: { approves, reason: values.reason, criteria: values.criteria ?? [] },
      })
      done()
      await again()
    },
  })
  const faults = fieldFaults(sending.error, (pointer) => `review${pointer.replaceAll('/', '_')}`) ?? []
  return (
    <Panel title={say.yours}>
      <FaultSummary faults={faults} error={faults.length > 0 ? undefined : (sending.error ?? undefined)} />
      <Form form={form} name="review" layout="vertical" onFinish={(values) => sending.mutate(values)}>
        {kind === 'institution' && (
          <Form.Item name="criteria" label={say.meets}>
            <Checkbox.Group
              options={criteriaNames.map((value) => ({ value, label: criteria[value][language] }))}
            />
          </Form.Item>
        )}
        <Form.Item name="reason" label={say.reason} extra={say.reasonKept} rules={required(say.reason)}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <p className="actions">
          <Button
            type="primary"
            htmlType="submit"
            loading={sending.isPending && approves}
            onClick={() => setApproves(true)}
          >
            {say.agree}
          </Button>{' '}
          <Button
            htmlType="submit"
            loading={sending.isPending && !approves}
            onClick={() => setApproves(false)}
          >
            {say.disagree}
          </Button>
        </p>
      </Form>
    </Panel>
  )
}

const Given = ({ of: { given, kind, result } }: { readonly of: LibraryEntry }) => {
  const { say, language } = useSay(words)
  return (
    <Panel title={say.given}>
      {kind === 'course' && result === 'open' && <p className="quiet">{say.blind}</p>}
      {given.length === 0 ? (
        <Empty>{say.noneGiven}</Empty>
      ) : (
        <ul>
          {given.map(({ organisation, at, approves, reason }) => (
            <li key={`${organisation} ${at}`}>
              {organisation} {moment(at, language)}{' '}
              <StatusMark tone={approves === null ? 'plain' : approves ? 'good' : 'bad'}>
                {approves === null ? say.hidden : approves ? say.approves : say.disapproves}
              </StatusMark>
              {reason !== null && <div>{reason}</div>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** What the region may do with an entry as it stands. */
const actsOf = ({ state, kind, excellent, inReview }: LibraryEntry) => {
  const isThere = state === 'listed' || state === 'expired'
  return [
    ...(isThere ? (['suspend'] as const) : []),
    ...(state === 'suspended' ? (['resume'] as const) : []),
    ...(isThere && kind === 'course'
      ? [excellent ? ('unmark_excellent' as const) : ('mark_excellent' as const)]
      : []),
    ...(isThere || state === 'suspended' || inReview ? (['remove'] as const) : []),
  ]
}

const Manage = ({ of: entry }: { readonly of: LibraryEntry }) => {
  const { say, language } = useSay(words)
  const again = useAgain()
  const acts = actsOf(entry)
  if (acts.length === 0) return null
  return (
    <Panel title={say.manage}>
      <div className="actions">
        {acts.map((act) => (
          <Confirm
            key={act}
            danger={act === 'remove'}
            label={say[act]}
            title={labelled(say[act], entry.name, language)}
            follows={say[`${act}Follows`]}
            reason={{ hint: say.reasonKept, required: true }}
            act={async (reason) => {
              await post('/library-entries/{id}/standing', { path: { id: entry.id }, body: { act, reason } })
              await again()
            }}
          />
        ))}
      </div>
    </Panel>
  )
}

const Whole = ({ of: entry }: { readonly of: LibraryEntry }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const [isDone, setDone] = useState(false)
  const { id, kind, name, state, submittedBy, listed, asked, closed, acts, from, until, inReview } = entry
  const isOwn = seatsOf(me, 'institution', 'department', 'authority').some(
    ({ organisation }) => organisation.id === submittedBy.id,
  )
  const stateName = libraryStates[state][language]
  return (
    <>
      <PageHead
        title={name}
        back={{ to: '/libraries/desk', label: say.back }}
        actions={
          isOwn &&
          !inReview &&
          state !== 'removed' && (
            <Link className="button" to={`/libraries/entry/${encodeURIComponent(id)}/renewal`}>
              {say.renew}
            </Link>
          )
        }
      />
      {isDone && <Notice tone="good" title={say.reviewed} />}
      {closed !== null && (
        <Notice
          tone="wait"
          title={fill(say.closed, {
            day: day(closed.at.slice(0, 10), language),
            state: stateName,
            reason: closed.reason,
          })}
        />
      )}
      <Panel title={inReview || listed === null ? say.asked : say.listed}>
        <Facts
          of={[
            [say.kind, libraryNames[kind][language]],
            [say.state, stateName],
            [say.submitter, submittedBy.name],
            [
              say.until,
              from === null || until === null
                ? null
                : fill(say.from, { from: day(from, language), until: day(until, language) }),
            ],
          ]}
        />
        <Content of={inReview || listed === null ? asked : listed} />
      </Panel>
      {inReview && listed !== null && (
        <Panel title={say.listed}>
          <Content of={listed} />
        </Panel>
      )}
      <TaughtPanel of={entry} />
      {entry.mine && <Review of={entry} done={() => setDone(true)} />}
      <Given of={entry} />
      {isOfRegion(me) && <Manage of={entry} />}
      <Panel title={say.history}>
        <ul>
          {acts.map(({ at, actorName, act, reason }) => (
            <li key={`${at} ${act}`}>
              {moment(at, language)} {actorName} {libraryActs[act][language]}
              {reason !== null && <div className="quiet">{reason}</div>}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

/** One entry of a library: what it says, its reviews, and what may be done with it. */
export const LibraryEntryPage = () => {
  const { id = '' } = useParams()
  const asked = useQuery({
    queryKey: ['/library-entries/{id}', id],
    queryFn: () => get('/library-entries/{id}', { path: { id } }),
  })
  return <Answer of={asked}>{(entry) => <Whole of={entry} />}</Answer>
}
