import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { get, post } from '../../shared/api/client.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { OrganisationField } from '../registers/organisation-field.tsx'
import { RegisterForm } from '../registers/register-form.tsx'

const words = {
  zh: {
    title: '投诉举报和政策咨询设置',
    back: '投诉举报',
    lead: '保存一次即开通公开的投诉举报和政策咨询页。投诉自治区本级的，由下面指定的机构受理；不指定的，页面会如实告诉投诉人。',
    now: '当前设置',
    state: '公开受理',
    open: '已开通',
    closed: '未开通',
    above: '受理投诉自治区本级的机构',
    nobody: '未指定',
    reason: '理由',
    change: '修改',
    save: '保存',
  },
  en: {
    title: 'Settings of complaints and questions',
    back: 'Complaints',
    lead: 'Saving once opens the public pages for complaints and questions. Complaints about the region itself go to the body named here; where none is named, the page says so to whoever complains.',
    now: 'As it is',
    state: 'Public page',
    open: 'open',
    closed: 'not open',
    above: 'Body for complaints about the region',
    nobody: 'none named',
    reason: 'Reason',
    change: 'Change',
    save: 'Save',
  },
} as const

/** The region opens complaints, and names who takes those about itself. */
export const ComplaintSettingsPage = () => {
  const { say } = useSay(words)
  const client = useQueryClient()
  const settings = useQuery({
    queryKey: ['/complaints/settings'],
    queryFn: () => get('/complaints/settings'),
  })
  return (
    <>
      <PageHead
        title={say.title}
        back={{ to: '/complaints/desk', label: say.back }}
        lead={<p>{say.lead}</p>}
      />
      <Answer of={settings}>
        {({ open, aboveRegion, reason }) => (
          <>
            <Panel title={say.now}>
              <Facts
                of={[
                  [say.state, open ? say.open : say.closed],
                  [say.above, aboveRegion?.name ?? say.nobody],
                  [say.reason, reason],
                ]}
              />
            </Panel>
            <Panel title={say.change}>
              <RegisterForm<{ aboveRegionId?: string }>
                name="complaints"
                draft="complaint-settings"
                initial={{ aboveRegionId: aboveRegion?.id ?? '' }}
                submit={say.save}
                send={async ({ aboveRegionId = '', reason: why }) => {
                  const id = aboveRegionId.trim()
                  await post('/complaints/settings', {
                    body: { aboveRegionId: id === '' ? null : id, reason: why },
                  })
                  await client.invalidateQueries({ queryKey: ['/complaints/settings'] })
                }}
              >
                <Form.Item name="aboveRegionId" label={say.above}>
                  <OrganisationField />
                </Form.Item>
              </RegisterForm>
            </Panel>
          </>
        )}
      </Answer>
    </>
  )
}
