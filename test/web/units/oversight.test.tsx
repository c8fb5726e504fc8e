import type { ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import { standsAs } from '../../../functions/inspections/words.ts'
import { ProblemError } from '../../../web/shared/api/client.ts'
import type { ComplaintView, LedgerEntry, MeResponse } from '../../../web/shared/api/types.gen.ts'
import { ComplaintActs } from '../../../web/workbench/complaints/complaint-acts.tsx'
import { Taken } from '../../../web/workbench/complaints/complaint-form.tsx'
import { About, Course, Measures } from '../../../web/workbench/complaints/complaint-page.tsx'
import { RecordMeasure, TellBody } from '../../../web/workbench/complaints/found-acts.tsx'
import { Assign } from '../../../web/workbench/complaints/inquirer-acts.tsx'
import { Inquiry } from '../../../web/workbench/complaints/inquiry-acts.tsx'
import { aboutPage } from '../../../web/workbench/complaints/new-complaint-page.tsx'
import { Entry } from '../../../web/workbench/institution/person-entries.tsx'
import { ForDesks } from '../../../web/workbench/parts/for-desks.tsx'
import { ProblemNotice } from '../../../web/workbench/parts/notice.tsx'
import { OnlyFor, type Users } from '../../../web/workbench/parts/only-for.tsx'
import { answered, drawn } from './drawn.tsx'

const me = (role: 'auditor' | 'authority' | 'department' | 'institution'): MeResponse => ({
  ...{
    id: 'x',
    name: '刘海燕',
    email: 'x@demo.example',
    staffId: null,
    holdsTasks: true,
    today: '2026-11-02',
  },
  roles: [
    {
      role,
      organisation: { id: 'o', name: '单位', kind: role === 'auditor' ? 'authority' : role, level: 'city' },
    },
  ],
})

const shown = (page: ReactElement, who: MeResponse = me('authority')): string => drawn(page, answered(who))

const complaint: ComplaintView = {
  ...{ id: 'c', channel: 'web', status: 'found', described: '', filedAt: '2026-06-01T09:00:00.000+08:00' },
  ...{ dueOn: '2026-06-08', overdue: false, desk: { id: 'a', name: '市人社局' }, code: 'abc', persons: [] },
  ...{ bodies: [{ id: 'i', name: '中学' }], text: '内容', extended: false, inquirers: [], finding: 'found' },
  ...{ closedOn: null, identity: 'none', readings: [], entries: [], files: [], colleagues: [], measures: [] },
  ...{ maybeMeant: [], auditName: 'c0123456789a' },
  may: { act: false, assign: false, readIdentity: false, readFiles: false, takeOver: false },
}

describe('Art. 36: a complaint’s page', () => {
  test('offers the acts that its reader may do, and says who revokes a certificate where they may not', () => {
    const page = shown(<Measures of={{ ...complaint, measures: ['suspend_hours'] }} />)
    expect(page).toContain('/persons?institution=i')
    expect(page).not.toContain('/registers/')
    expect(page).toContain('由发证部门的上级撤销')
    const all = shown(<Measures of={{ ...complaint, measures: ['revoke_certificate', 'remove_provider'] }} />)
    expect(all).toContain('href="/registers/certificates"')
    expect(all).not.toContain('由发证部门的上级撤销')
  })

  test('asks first whom else the text complains of, and fills in whoever of the desk may be meant', () => {
    const may = { ...complaint.may, act: true }
    const received = { ...complaint, finding: null, status: 'received', may } as const
    const page = shown(<ComplaintActs of={{ ...received, maybeMeant: [{ id: 's', name: '经办人' }] }} />)
    expect(page.indexOf('内容里还反映了谁')).toBeGreaterThan(-1)
    expect(page.indexOf('内容里还反映了谁')).toBeLessThan(page.indexOf('是否由本部门办理'))
    expect(page).toContain('填入“经办人”')
    expect(shown(<ComplaintActs of={received} />)).not.toContain('填入')
    expect(shown(<ComplaintActs of={{ ...received, status: 'inquiry' }} />)).toContain('还涉及的单位和人员')
  })

  test('lets a head who does not inquire name who does, and others nothing', () => {
    const may = { ...complaint.may, assign: true }
    const colleagues = [{ id: 'h', name: '负责人' }]
    const inquiry: ComplaintView = { ...complaint, status: 'inquiry', colleagues }
    expect(shown(<ComplaintActs of={{ ...inquiry, may }} />)).toContain('另一名调查人员')
    expect(shown(<ComplaintActs of={inquiry} />)).toBe('')
  })

  test('is found what somebody chooses: no finding, measure or body stands there before', () => {
    const may = { ...complaint.may, act: true }
    const inquiry = { ...complaint, finding: null, status: 'inquiry', may } as const
    expect(shown(<Inquiry of={inquiry} />)).toMatch(/ant-select-(selection-)?placeholder[^>]*>请选择/)
    const bodies = [...complaint.bodies, { id: 'j', name: '小学' }]
    expect(shown(<TellBody of={{ ...complaint, bodies }} />)).toMatch(/placeholder[^>]*>请选择/)
    expect(shown(<RecordMeasure of={complaint} />)).toMatch(/placeholder[^>]*>请选择/)
  })

  test('shows the other one who inquires as who it is', () => {
    const may = { ...complaint.may, act: true }
    const inquirers = [
      { id: 'x', name: '刘海燕' },
      { id: 'y', name: '周文斌' },
    ]
    const page = shown(<Assign of={{ ...complaint, inquirers, may }} />)
    expect(page).toContain('周文斌')
    expect(page).not.toContain('不指定')
    expect(page).not.toContain('更换')
    expect(shown(<Assign of={{ ...complaint, may }} />)).toContain('不指定')
  })

  test('gives code and key once, in fours, and leads on beside the page', () => {
    const receipt = { code: 'ab12cd34ef', key: 'a'.repeat(24), desk: '市人社局', dueOn: '2026-06-08' }
    const page = shown(<Taken receipt={receipt} byDesk={false} />)
    expect(page).toContain('AAAA-AAAA-AAAA-AAAA-AAAA-AAAA')
    expect(page).toMatch(
      /target="_blank"[^>]*href="\/complaints\/follow"|href="\/complaints\/follow"[^>]*target="_blank"/,
    )
    expect(shown(<Taken receipt={receipt} byDesk />)).toContain('告诉投诉人')
  })

  test('says of which certificate it is where the footer of its check led there', () => {
    const say = { page: '页面{page}', certificate: '证书{code}' }
    expect(aboutPage('/verify/7Q3B-AAAA', say)).toBe('证书7Q3B-AAAA')
    expect(aboutPage('/verify', say)).toBe('页面/verify')
    expect(aboutPage('/verify/%E0%A4%A', say)).toBe('证书%E0%A4%A')
  })

  test('says of a letter and of a measure what each line of it is', () => {
    const at = '2026-06-20T09:00:00.000+08:00'
    const entry = { at, by: 'desk', byName: '刘海燕', shown: false } as const
    const page = shown(
      <Course
        of={{
          ...complaint,
          entries: [
            { ...entry, act: 'tell_body', text: '中学\n虚假签到\n核对签到\n2026-12-25' },
            { ...entry, act: 'measure', text: 'other\nstaff.li\n已办' },
          ],
        }}
      />,
    )
    expect(page).toContain('完成期限：2026年12月25日')
    expect(page).toContain('有关的证书、人员或机构：staff.li')
  })

  test('has a day while it runs, and none once it is over', () => {
    expect(shown(<About of={complaint} />)).toContain('2026年6月8日')
    for (const status of ['closed', 'passed_on'] as const)
      expect(shown(<About of={{ ...complaint, status }} />)).not.toContain('2026年6月8日')
  })
})

test('whoever opens a page by its address that is for others is told for whom it is, and not what was refused', () => {
  const page = (who: Users, ...as: Parameters<typeof me>) =>
    shown(<OnlyFor who={who}>设置</OnlyFor>, me(...as))
  expect(page('region', 'authority')).toContain('自治区人力资源和社会保障厅的工作人员')
  expect(page('region', 'institution')).not.toContain('设置')
  expect(page('authority', 'authority')).toBe('设置')
  expect(page('department', 'department')).toBe('设置')
  expect(page('watcher', 'auditor')).toBe('设置')
  expect(page('auditor', 'institution')).toContain('由审计人员使用')
})

test('whoever has no such desk is told so in a sentence', () => {
  const page = <ForDesks>办理</ForDesks>
  expect(shown(page)).toBe('办理')
  expect(shown(page, me('institution'))).toMatch(/人事综合管理部门的工作人员办理/)
  expect(shown(page, me('institution'))).not.toContain('role="alert"')
})

test('a number of a fault stands with faults alone, not with what is refused', () => {
  const problem = (status: number) => {
    const document = { title: '说明', instance: 'urn:training-platform:call:t1' }
    return shown(<ProblemNotice error={new ProblemError(status, document)} />)
  }
  for (const status of [403, 404, 409, 422]) expect(problem(status)).not.toContain('故障编号')
  expect(problem(503)).toContain('故障编号')
})

test('Art. 35: suspended by itself, an entry says so, and is no import', () => {
  const entry: LedgerEntry = {
    ...{
      sequence: 2,
      recordedAt: '2026-06-01T09:00:00.000+08:00',
      recordedBy: 'system',
      recordedByName: null,
    },
    ...{
      source: 's',
      fact: null,
      correctionOf: 1,
      suspension: 'begun',
      reason: null,
      quotes: null,
      hash: '0',
    },
  }
  const page = (more: Partial<LedgerEntry> = {}) =>
    shown(
      <Entry of={{ ...entry, ...more }} correctedBy={undefined}>
        {null}
      </Entry>,
    )
  expect(page()).toContain('抽查逾期未举证，系统自动暂停')
  expect(page()).not.toContain('系统导入')
  expect(page({ suspension: null })).toContain('系统导入')
})

test('Art. 35: suspended hours wait for their proof, until the matter ends', () => {
  const stands = (more: object) => standsAs({ status: 'asked', outcome: null, suspended: true, ...more }).zh
  expect(stands({})).toBe('学时已暂停，待举证')
  expect(stands({ suspended: false })).toBe('待答复')
  expect(stands({ status: 'answered' })).toBe('待核实')
  expect(stands({ status: 'closed', outcome: 'fits' })).toBe('属实')
})
