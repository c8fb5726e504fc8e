import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import { cameFrom } from '../frame/came-from.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { Unread } from '../parts/unread.tsx'
import { fill, useSay } from '../preferences.tsx'
import { aboutOf } from './about-fields.tsx'
import { ComplaintForm } from './complaint-form.tsx'
import { solve } from './solve.ts'

const words = {
  zh: {
    title: '投诉举报',
    lead: '培训机构、单位或个人在培训中有违纪违法违规行为、提供虚假学时等，可以在这里反映（第36条）。不用登录，可以不留姓名。由被投诉单位的上级办理，被投诉的单位、人员及受其委托的人都看不到。',
    outside:
      '也可以向平台以外反映：被投诉单位的上级机关、纪检监察机关（12388）、信访部门、政务服务热线（12345）。投诉自治区人事综合管理部门本身的，由其指定的机构受理；没有指定的，请向以上机关反映。',
    follow: '已经提交过，查看办理情况',
    page: '反映的页面：{page}（本平台的网址，可以改成自己的说法）\n',
    certificate: '反映的证书，查验码：{code}\n',
    figures: '投诉举报办结情况',
    figuresNote:
      '每行是一个季度里已经答复投诉人的投诉举报件数，按被反映的单位或机构所在的盟市计；自治区本级的计在自治区。',
    quarter: '答复的季度',
    city: '盟市（列当地人社部门）',
    closed: '办结的投诉举报（件）',
    faults: '经查证负有责任的单位和机构',
    body: '单位或机构',
    cases: '属实或部分属实的投诉举报（件）',
    few: '一个盟市一个季度办结的投诉举报不满 {from} 件的，件数不公布，以免猜出是谁反映的。',
  },
  en: {
    title: 'Complain',
    lead: 'About training institutions, bodies or persons that break rules, or give hours that were never held (Art. 36). No sign-in, no name needed. The desk is above the body complained of; that body, the persons and whoever acts for them see nothing of it.',
    outside:
      'You may also turn outside this platform: to the superior of the body, the discipline inspection (12388), the office for letters and visits, or the government hotline (12345). A complaint about the region’s personnel authority itself goes to the body that it has named; where it named none, please turn to these.',
    follow: 'Already sent: see where it stands',
    page: 'About the page {page} of this platform (say it in your own words if you like)\n',
    certificate: 'About the certificate, code {code}\n',
    figures: 'Complaints that were closed',
    figuresNote:
      'Each row counts the complaints that were reported back in a quarter, by the city of the body complained of; those about the region’s own bodies stand with the region.',
    quarter: 'Quarter of the report',
    city: 'City (by its authority)',
    closed: 'Complaints closed',
    faults: 'Bodies found at fault',
    body: 'Body',
    cases: 'Found true, or in part',
    few: 'Where fewer than {from} complaints of a city were closed in a quarter, their number is not published, so that nobody can be guessed.',
  },
} as const

const Figures = () => {
  const { say } = useSay(words)
  const asked = useQuery({
    queryKey: ['/complaints/figures'],
    queryFn: () => get('/complaints/figures'),
  })
  const { data } = asked
  if (data === undefined) return <Unread of={asked} what={say.figures} />
  return (
    <Panel title={say.figures}>
      <p className="quiet">{say.figuresNote}</p>
      {data.items.length > 0 && (
        <Table
          items={data.items}
          label={say.figures}
          rowKey={({ quarter, city }) => `${quarter} ${city}`}
          columns={[
            { key: 'quarter', title: say.quarter, render: (_, { quarter }) => quarter },
            { key: 'city', title: say.city, render: (_, { city }) => city },
            { key: 'closed', title: say.closed, className: 'number', render: (_, { closed }) => closed },
          ]}
        />
      )}
      <p className="quiet">{fill(say.few, { from: data.from })}</p>
      {data.faults.length > 0 && (
        <>
          <h3>{say.faults}</h3>
          <Table
            items={data.faults}
            label={say.faults}
            rowKey={({ quarter, body }) => `${quarter} ${body}`}
            columns={[
              { key: 'quarter', title: say.quarter, render: (_, { quarter }) => quarter },
              { key: 'body', title: say.body, render: (_, { body }) => body },
              { key: 'cases', title: say.cases, className: 'number', render: (_, { cases }) => cases },
            ]}
          />
        </>
      )}
    </Panel>
  )
}

/** What the page that the reader came from is called in the text; of a certificate's check, the certificate. */
export const aboutPage = (
  from: string,
  say: { readonly page: string; readonly certificate: string },
): string => {
  const code = /^\/verify\/([^/]+)$/.exec(from)?.[1]
  return code === undefined ? fill(say.page, { page: from }) : fill(say.certificate, { code })
}

/** Anyone complains here (Art. 36). */
export const NewComplaintPage = () => {
  const { say } = useSay(words)
  const from = cameFrom(useLocation())
  return (
    <>
      <PageHead
        title={say.title}
        lead={
          <>
            <p>{say.lead}</p>
            <p>{say.outside}</p>
          </>
        }
        actions={<Link to="/complaints/follow">{say.follow}</Link>}
      />
      <ComplaintForm
        text={from === undefined ? '' : aboutPage(from, say)}
        send={async (values) => {
          const { challenge, difficulty } = await get('/complaints/challenge')
          const solution = await solve(challenge, difficulty)
          return post('/complaints', { body: { ...aboutOf(values), challenge, solution } })
        }}
      />
      <Figures />
    </>
  )
}
