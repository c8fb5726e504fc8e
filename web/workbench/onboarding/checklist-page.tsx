import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { Checklist } from '../../shared/api/types.gen.ts'
import { withQuery } from '../../shared/with-query.ts'
import { useMe, yearOf } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import { Done } from '../registers/done.tsx'

const words = {
  zh: {
    title: '上线清单',
    lead: '从空的平台到第一个工作日，依次办好这八项。每项写明还缺什么，办好后自动打勾。',
    progress: '已办好 {done} 项，共 {all} 项',
    whole: '八项都已办好，可以开始使用。',
    part: '机构较多，席位和人员两项只看了前面的一部分。',
    done: '已办好',
    open: '还缺',
    and: '等',
    organisations: '机构',
    organisationsText: '登记各级人事综合管理部门、主管部门和事业单位，先上级后下级。',
    organisationsGo: '登记机构',
    desks: '席位',
    byFile: '按文件导入',
    desksText:
      '每个机构至少一人能办理，自治区至少两人：一人有关联时由另一人办理。邀请后本人开通了才算；没有人能办理的，由上级代办。',
    desksGo: '邀请自治区的人员',
    persons: '人员',
    personsText: '由各单位的经办人员登记或批量导入在册人员，也可以导入原平台的往年学时。',
    personsGo: '打开人员名册',
    providers: '网络培训机构',
    providersText: '登记自治区公布的网络培训机构（第41条）。',
    providersGo: '登记网络培训机构',
    rates: '折算标准',
    ratesText: '制定实践、会议、讲座、考察的折算标准（第37条），示例标准不算。',
    ratesGo: '制定标准',
    readings: '执行口径',
    readingsText: '逐项看过细则留有余地的地方，确认或调整后保存一次。',
    readingsGo: '确认执行口径',
    mail: '测试邮件',
    mailText: '给自己发一封，看邮件能不能送到。',
    mailGo: '给我发一封',
    mailSent: '邮件服务器已收下，请到邮箱查看。',
    mailRefused: '邮件服务器没有收下，请检查邮件设置。',
    rehearsal: '首次预演',
    rehearsalText: '预演一次年度结算，看谁会达标、哪里还压着事项。',
    rehearsalGo: '打开预演',
    no_authority: '还没有下级人事综合管理部门',
    no_department: '还没有主管部门',
    no_institution: '还没有事业单位',
    desk_empty: '没有人能办理的机构',
    region_alone: '自治区只有一人能办理，请再邀请一人',
    no_person: '还没有人员的单位',
    no_provider: '还没有网络培训机构',
    no_rates: '还没有折算标准',
    rates_example: '现在用的是演示用的示例标准',
    readings_default: '执行的还都是默认口径，没有人确认过',
    mail_untested: '还没有试过',
    mail_refused: '上次邮件服务器没有收下',
    not_rehearsed: '还没有预演过',
  },
  en: {
    title: 'Before the first working day',
    lead: 'From an empty platform to the first day, eight things in turn. Each says what it lacks, and is ticked by itself.',
    progress: '{done} of {all} are done',
    whole: 'All eight are done: the platform can be used.',
    part: 'There are many organisations: of desks and persons just the first were looked at.',
    done: 'done',
    open: 'lacking',
    and: 'and more',
    organisations: 'Organisations',
    organisationsText: 'Register authorities, departments and institutions, those above first.',
    organisationsGo: 'Register an organisation',
    desks: 'Desks',
    byFile: 'From a file',
    desksText:
      'At least one who can act at each organisation, and two at the region: where one is a party, the other decides. An invitation counts once it is taken up; where nobody can act, those above do.',
    desksGo: 'Invite people of the region',
    persons: 'Persons',
    personsText:
      'Each institution’s desk registers or imports its staff, and the hours of earlier years from the platform before.',
    personsGo: 'Open the staff register',
    providers: 'Online providers',
    providersText: 'List the providers that the region has published (Art. 41).',
    providersGo: 'List a provider',
    rates: 'Conversion rates',
    ratesText:
      'Set the rates of practice, conferences, lectures and visits (Art. 37); the example does not count.',
    ratesGo: 'Set the rates',
    readings: 'Readings',
    readingsText: 'Look through the places where the text is open; confirm or change them, and save once.',
    readingsGo: 'Confirm the readings',
    mail: 'Mail',
    mailText: 'Send yourself one, to see whether mails arrive.',
    mailGo: 'Send me one',
    mailSent: 'The mail server took it: look into your mailbox.',
    mailRefused: 'The mail server did not take it: check its settings.',
    rehearsal: 'First rehearsal',
    rehearsalText: 'Rehearse a year’s close: who would qualify, and whose desk keeps whom.',
    rehearsalGo: 'Open the rehearsal',
    no_authority: 'No authority below the region yet',
    no_department: 'No competent department yet',
    no_institution: 'No institution yet',
    desk_empty: 'Organisations where nobody can act',
    region_alone: 'Just one can act at the region: invite another',
    no_person: 'Institutions without persons',
    no_provider: 'No provider yet',
    no_rates: 'No rates yet',
    rates_example: 'The example rates of the demonstration are in force',
    readings_default: 'The readings are the defaults; nobody has confirmed them',
    mail_untested: 'Not tried yet',
    mail_refused: 'The mail server did not take the last one',
    not_rehearsed: 'Not rehearsed yet',
  },
} as const

type Item = Checklist['items'][number]
type Word = keyof typeof words.zh
const isWord = (code: string): code is Word => Object.hasOwn(words.zh, code)

/** Where what is lacking of an organisation is put right. */
const placeOf = (code: string, id: string): string =>
  code === 'no_person'
    ? withQuery('/persons', { institution: id })
    : withQuery('/accounts', { organisation: id })

const Lacking = ({ of: missing }: { readonly of: Item['missing'][number] }) => {
  const { say } = useSay(words)
  const { code, organisations } = missing
  return (
    <li>
      {isWord(code) ? say[code] : code}
      {organisations.length > 0 && (
        <ul>
          {organisations.map(({ id, name }) => (
            <li key={id}>
              <Link to={placeOf(code, id)}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const MailTest = () => {
  const { say } = useSay(words)
  const queries = useQueryClient()
  const sending = useMutation({
    mutationFn: () => post('/checklist/mail'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/checklist'] }),
  })
  return (
    <>
      {sending.isError && <ProblemNotice error={sending.error} />}
      {sending.data && <p role="status">{sending.data.taken ? say.mailSent : say.mailRefused}</p>}
      <Button loading={sending.isPending} onClick={() => sending.mutate()}>
        {say.mailGo}
      </Button>
    </>
  )
}

/** Where many come in at once. */
const FILES = { organisations: '/registers/organisations/import', desks: '/accounts/import' } as const

const Step = ({ of: { item, done, missing } }: { readonly of: Item }) => {
  const { say } = useSay(words)
  const me = useMe()
  const region = me.roles.find(({ organisation }) => organisation.level === 'region')?.organisation.id
  const ways: Record<Exclude<Item['item'], 'mail'>, string> = {
    organisations: withQuery('/registers/organisations/new', { under: region }),
    desks: withQuery('/accounts', { organisation: region }),
    persons: '/persons?choose=true',
    providers: '/registers/providers/new',
    rates: '/registers/rates/new',
    readings: '/registers/parameters/new',
    rehearsal: `/year/${yearOf(me)}/rehearsal`,
  }
  return (
    <Panel
      title={say[item]}
      actions={<StatusMark tone={done ? 'good' : 'wait'}>{done ? say.done : say.open}</StatusMark>}
    >
      <p className="quiet">{say[`${item}Text`]}</p>
      {missing.length > 0 && (
        <ul>
          {missing.map((one) => (
            <Lacking key={one.code} of={one} />
          ))}
        </ul>
      )}
      {item === 'mail' ? (
        <MailTest />
      ) : (
        <p>
          <Link className="button" to={ways[item]}>
            {say[`${item}Go`]}
          </Link>{' '}
          {(item === 'organisations' || item === 'desks') && (
            <Link className="button" to={FILES[item]}>
              {say.byFile}
            </Link>
          )}
        </p>
      )}
    </Panel>
  )
}

/** What a new deployment still lacks, item by item, each with the way to it. */
export const ChecklistPage = () => {
  const { say } = useSay(words)
  const asked = useQuery({ queryKey: ['/checklist'], queryFn: () => get('/checklist') })
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <Done />
      <Answer of={asked}>
        {({ items, whole }) => {
          const done = items.filter((one) => one.done).length
          return (
            <>
              <Notice
                tone={done === items.length ? 'good' : 'wait'}
                title={done === items.length ? say.whole : fill(say.progress, { done, all: items.length })}
              >
                {!whole && <p>{say.part}</p>}
              </Notice>
              {items.map((one) => (
                <Step key={one.item} of={one} />
              ))}
            </>
          )
        }}
      </Answer>
    </>
  )
}
