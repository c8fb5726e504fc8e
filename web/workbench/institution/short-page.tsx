import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { ShortPerson } from '../../shared/api/types.gen.ts'
import { enumerate } from '../../shared/fill.ts'
import { term } from '../../shared/terms.ts'
import { withQuery } from '../../shared/with-query.ts'
import { has, useMe, yearOf } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { List } from '../parts/list.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { SeatChoice } from '../parts/seat-choice.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { EarlierYears } from './earlier-years.tsx'
import { useInstitution, useOrganisation } from './institution.ts'

const words = {
  zh: {
    title: '{year} 年度还没有完成的人员',
    back: '人员名册',
    lead: '按现在已认定的学时统计，随认定随时变化。岗前培训期内的新聘人员不在名单里。',
    progress: '进展',
    figures:
      '应完成 {persons} 人：已完成 {complete} 人，还没有完成 {short} 人，岗前培训期内 {inducting} 人。合计尚缺公共科目 {public} 学时、专业科目 {professional} 学时。',
    unsound: '另有 {count} 人的台账需要先核查，未作统计。',
    list: '名单',
    none: '没有未完成的人员。',
    name: '姓名',
    status: '状态',
    missingPublic: '尚缺公共科目',
    missingProfessional: '尚缺专业科目',
    counted: '已认定（公共/专业）',
    claims: '在办申报',
    remind: '提醒全部未完成人员',
    remindText: '给名单上的每个人发一封邮件，写明尚缺多少、可以怎样补齐。同一天不会重复提醒。',
    reminded: '已提醒 {count} 人。',
    already: '今天已经提醒过：{count} 人。',
    without: '没有账号、请当面通知：{names}',
    noInstitution: '请先选择单位。',
    choose: '打开人员名册',
  },
  en: {
    title: 'Who has not completed {year}',
    back: 'Staff register',
    lead: 'By the hours recognised by now; it changes with each recognition. New hires whose induction is under way are left out.',
    progress: 'Progress',
    figures:
      'Of {persons}: {complete} complete, {short} not yet, {inducting} in their induction. Missing together: {public} public and {professional} professional hours.',
    unsound:
      '{count} more {count|ledger|ledgers} must be looked into first; {count|it is|they are} not counted.',
    list: 'The list',
    none: 'Nobody is short.',
    name: 'Name',
    status: 'Status',
    missingPublic: 'Public hours missing',
    missingProfessional: 'Professional hours missing',
    counted: 'Recognised (public/professional)',
    claims: 'Claims under way',
    remind: 'Remind everyone who is short',
    remindText: 'Each gets a mail of what is missing and how to close it; nobody twice on one day.',
    reminded: 'Reminded: {count}.',
    already: 'Reminded today before: {count}.',
    without: 'Without an account, to be told in person: {names}',
    noInstitution: 'Please choose an institution first.',
    choose: 'Open the staff register',
  },
} as const

interface Reminded {
  readonly reminded: number
  readonly already: number
  readonly without: readonly { readonly staffId: string; readonly name: string }[]
}

/** Reminds as many calls as it takes: each goes on where the one before ended. */
const remindAll = async (year: number, institution: string): Promise<Reminded> => {
  let reminded = 0
  for (;;) {
    const done = await post('/years/{year}/reminders', { path: { year }, body: { institution } })
    reminded += done.reminded
    // Whom an earlier call of this act reminded was not reminded before it.
    if (done.remaining === 0)
      return { reminded, already: done.already - (reminded - done.reminded), without: done.without }
  }
}

const Progress = ({ year, institution }: { readonly year: number; readonly institution: string }) => {
  const { say, language } = useSay(words)
  const queries = useQueryClient()
  const me = useMe()
  const [done, setDone] = useState<Reminded>()
  const asked = useQuery({
    queryKey: ['/years/{year}/progress', year, institution],
    queryFn: () => get('/years/{year}/progress', { path: { year }, query: { institution } }),
  })
  const act = async () => {
    setDone(await remindAll(year, institution))
    await queries.invalidateQueries({ queryKey: ['/news'] })
  }
  return (
    <Panel title={say.progress}>
      <Answer of={asked}>
        {({ missing, unsound, ...counts }) => (
          <>
            <p>{fill(say.figures, { ...counts, ...missing })}</p>
            {unsound > 0 && <p className="fault">{fill(say.unsound, { count: unsound })}</p>}
            {done && (
              <Notice tone="good" title={fill(say.reminded, { count: done.reminded })}>
                {done.already > 0 && <p>{fill(say.already, { count: done.already })}</p>}
                {done.without.length > 0 && (
                  <p>
                    {fill(say.without, {
                      names: enumerate(
                        done.without.map(({ name }) => name),
                        language,
                      ),
                    })}
                  </p>
                )}
              </Notice>
            )}
            {counts.short > 0 && has(me, 'institution', 'department', 'authority') && (
              <Confirm label={say.remind} title={say.remind} follows={<p>{say.remindText}</p>} act={act} />
            )}
          </>
        )}
      </Answer>
    </Panel>
  )
}

const ShortList = ({ year, institution }: { readonly year: number; readonly institution: string }) => {
  const { say, language } = useSay(words)
  const list = useList('/years/{year}/short', { path: { year }, query: { institution } })
  return (
    <Panel title={say.list}>
      <List<ShortPerson>
        of={list}
        label={say.list}
        rowKey={({ staffId }) => staffId}
        empty={<Empty>{say.none}</Empty>}
        columns={[
          {
            title: say.name,
            key: 'name',
            render: (_, { staffId, name, staffNo }) => (
              <>
                <Link to={`/persons/${encodeURIComponent(staffId)}`}>{name}</Link>
                {staffNo !== null && <div className="quiet">{staffNo}</div>}
              </>
            ),
          },
          {
            title: say.status,
            key: 'status',
            render: (_, { status }) => term('obligationStatus', status, language),
          },
          {
            title: say.missingPublic,
            key: 'public',
            className: 'amount',
            render: (_, { missing }) => missing.public,
          },
          {
            title: say.missingProfessional,
            key: 'professional',
            className: 'amount',
            render: (_, { missing }) => missing.professional,
          },
          {
            title: say.counted,
            key: 'counted',
            className: 'amount',
            render: (_, { hours }) => `${hours.public} / ${hours.professional}`,
          },
          {
            title: say.claims,
            key: 'claims',
            className: 'amount',
            render: (_, { openClaims }) => (openClaims === 0 ? '—' : openClaims),
          },
        ]}
      />
    </Panel>
  )
}

/** The year while it runs, of an institution: how far it has come, who is short, and a reminder to them. */
export const ShortPage = () => {
  const { say } = useSay(words)
  const me = useMe()
  const year = yearOf(me)
  const institution = useInstitution() ?? ''
  const of = useOrganisation(institution === '' ? undefined : institution).data
  const keeps = has(me, 'institution', 'authority')
  return (
    <>
      <PageHead
        title={fill(say.title, { year })}
        back={{ to: withQuery('/persons', { institution: institution || null }), label: say.back }}
        lead={
          <>
            {of && <p>{of.name}</p>}
            <p>{say.lead}</p>
          </>
        }
        actions={<SeatChoice roles={['institution']} name="institution" />}
      />
      {institution === '' ? (
        <Empty action={<Link to="/persons">{say.choose}</Link>}>{say.noInstitution}</Empty>
      ) : (
        <>
          {keeps && of?.takenOver === false && <EarlierYears institution={institution} />}
          <Progress key={institution} year={year} institution={institution} />
          <ShortList year={year} institution={institution} />
        </>
      )}
    </>
  )
}
