import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { Lecturer } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { isOfRegion, seatsOf, useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import { FaultSummary, fieldFaults } from '../parts/fault-summary.tsx'
import { List } from '../parts/list.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { useRequired } from '../registers/register-form.tsx'

const words = {
  zh: {
    title: '授课人员',
    lead: '培训组织方对师资人选审核把关（第31条）：没有经举办单位审核的，不能列入培训班；已清退出库的，不能再授课。',
    list: '名单',
    none: '还没有授课人员。',
    name: '姓名',
    field: '授课领域',
    organisation: '推荐单位',
    state: '状态',
    vetted: '已由本单位审核',
    notVetted: '未经本单位审核',
    removed: '已清退（{day}）：{reason}',
    act: '操作',
    vet: '审核通过',
    vetTitle: '由本单位审核通过 {name}',
    vetFollows: '本单位对这位授课人员负责，之后可以列入本单位的培训班。',
    remove: '清退出库',
    removeTitle: '把 {name} 清退出库',
    removeFollows: '立即生效：各单位不能再把这位授课人员列入培训班。',
    removeHint: '理由记录在案。',
    propose: '推荐授课人员',
    proposeDone: '已推荐：{name}',
  },
  en: {
    title: 'Lecturers',
    lead: 'Organisers vet whoever teaches (Art. 31): nobody teaches in a programme whose organiser has not vetted them, and nobody who was removed.',
    list: 'List',
    none: 'Nobody teaches yet.',
    name: 'Name',
    field: 'Field',
    organisation: 'Proposed by',
    state: 'State',
    vetted: 'vetted by us',
    notVetted: 'not vetted by us',
    removed: 'removed ({day}): {reason}',
    act: 'Act',
    vet: 'Vet',
    vetTitle: 'Vet {name} for our organisation',
    vetFollows: 'Your organisation answers for this lecturer, who may then teach in its programmes.',
    remove: 'Remove',
    removeTitle: 'Take {name} off the list',
    removeFollows: 'At once: no programme may name this lecturer any more.',
    removeHint: 'The reason is kept.',
    propose: 'Propose a lecturer',
    proposeDone: 'Proposed: {name}',
  },
} as const

interface Values {
  name: string
  field: string
  organisationId: string
}

/** Whoever teaches: proposed and vetted by organisers, removed by the region (Art. 31). */
export const LecturersPage = () => {
  const { say, language } = useSay(words)
  const me = useMe()
  const required = useRequired()
  const queries = useQueryClient()
  const [form] = Form.useForm<Values>()
  const [said, setSaid] = useState<string>()
  const list = useList('/lecturers', {})
  const seats = seatsOf(me, 'institution', 'department', 'authority')
  const own = seats[0]?.organisation.id ?? ''
  const again = () => queries.invalidateQueries({ queryKey: ['/lecturers'] })
  const proposing = useMutation({
    mutationFn: async (body: Values) => {
      await post('/lecturers', { body, key: crypto.randomUUID() })
      form.resetFields()
      setSaid(fill(say.proposeDone, { name: body.name }))
      await again()
    },
  })
  const faults = fieldFaults(proposing.error, (pointer) => `lecturer${pointer.replaceAll('/', '_')}`) ?? []
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      {said !== undefined && <Notice tone="good" title={said} />}
      <Panel title={say.list}>
        <List<Lecturer>
          of={list}
          label={say.list}
          rowKey={({ id }) => id}
          empty={<Empty>{say.none}</Empty>}
          columns={[
            { title: say.name, key: 'name', render: (_, { name }) => <span className="strong">{name}</span> },
            { title: say.field, key: 'field', render: (_, { field }) => field },
            {
              title: say.state,
              key: 'state',
              render: (_, { removed, vettedBy }) =>
                removed === null ? (
                  <StatusMark tone={vettedBy.includes(own) ? 'good' : 'plain'}>
                    {vettedBy.includes(own) ? say.vetted : say.notVetted}
                  </StatusMark>
                ) : (
                  <StatusMark tone="bad">
                    {fill(say.removed, {
                      day: day(removed.at.slice(0, 10), language),
                      reason: removed.reason,
                    })}
                  </StatusMark>
                ),
            },
            {
              title: say.act,
              key: 'act',
              render: (_, { id, name, removed, vettedBy }) =>
                removed === null && (
                  <>
                    {!vettedBy.includes(own) && (
                      <Confirm
                        label={say.vet}
                        title={fill(say.vetTitle, { name })}
                        follows={say.vetFollows}
                        act={async () => {
                          await post('/lecturers/{id}/vetting', {
                            path: { id },
                            body: { organisationId: own },
                          })
                          await again()
                        }}
                      />
                    )}
                    {isOfRegion(me) && (
                      <Confirm
                        danger
                        label={say.remove}
                        title={fill(say.removeTitle, { name })}
                        follows={say.removeFollows}
                        reason={{ hint: say.removeHint, required: true }}
                        act={async (reason) => {
                          await post('/lecturers/{id}/removal', { path: { id }, body: { reason } })
                          await again()
                        }}
                      />
                    )}
                  </>
                ),
            },
          ]}
        />
      </Panel>
      <Panel title={say.propose}>
        <FaultSummary
          faults={faults}
          error={faults.length > 0 ? undefined : (proposing.error ?? undefined)}
        />
        <Form<Values>
          form={form}
          name="lecturer"
          layout="vertical"
          initialValues={{ organisationId: own }}
          onFinish={(values) => proposing.mutate(values)}
        >
          <div className="fields">
            <Form.Item name="name" label={say.name} rules={required(say.name)}>
              <Input maxLength={50} />
            </Form.Item>
            <Form.Item name="field" label={say.field} rules={required(say.field)}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="organisationId" label={say.organisation}>
              <Select
                options={seats.map(({ organisation }) => ({
                  value: organisation.id,
                  label: organisation.name,
                }))}
              />
            </Form.Item>
          </div>
          <Button type="primary" htmlType="submit" loading={proposing.isPending}>
            {say.propose}
          </Button>
        </Form>
      </Panel>
    </>
  )
}
