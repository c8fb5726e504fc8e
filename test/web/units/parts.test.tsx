import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { ProblemError } from '../../../web/shared/api/client.ts'
import { LanguageContext } from '../../../web/shared/language-context.ts'
import { Facts } from '../../../web/workbench/parts/facts.tsx'
import { FaultSummary, fieldFaults, formFaults } from '../../../web/workbench/parts/fault-summary.tsx'
import { RequestStatus } from '../../../web/workbench/parts/request-status.tsx'
import { Table } from '../../../web/workbench/parts/table.tsx'
import { ObligationMark } from '../../../web/workbench/person/ledger-year.tsx'

const shown = (page: ReactElement): string =>
  renderToStaticMarkup(
    <LanguageContext value="zh">
      <MemoryRouter>{page}</MemoryRouter>
    </LanguageContext>,
  )

const refused = new ProblemError(400, {
  title: '输入有误',
  errors: [
    { pointer: '/lines/0/from', detail: '培训尚未结束。' },
    { pointer: '/title', detail: '此项必填。' },
  ],
})

test('what the API finds wrong leads to the fields of the form', () => {
  const faults = fieldFaults(refused, (pointer) => `form${pointer.replaceAll('/', '_')}`)
  expect(faults).toEqual([
    { field: 'form_lines_0_from', text: '培训尚未结束。' },
    { field: 'form_title', text: '此项必填。' },
  ])
  const page = shown(<FaultSummary faults={faults ?? []} />)
  expect(page).toContain('role="alert"')
  expect(page).toContain('href="#form_lines_0_from"')
  expect(page).toContain('请先改正下面 2 处')
})

test('a problem that is not about the input has no fields; a form says the first fault of each', () => {
  expect(fieldFaults(new ProblemError(409, { title: '状态已变' }), String)).toBeUndefined()
  expect(fieldFaults(new Error('other'), String)).toBeUndefined()
  const failed = { errorFields: [{ name: ['lines', 0, 'days'], errors: ['请填写天数', '至多一位小数'] }] }
  expect(formFaults('claim', failed)).toEqual([{ field: 'claim_lines_0_days', text: '请填写天数' }])
  expect(shown(<FaultSummary faults={[]} />)).toBe('')
})

test('facts without a value are left out', () => {
  const page = shown(
    <Facts
      of={[
        ['姓名', '李娜'],
        ['工号', null],
        ['备注', ''],
        ['学时', 0],
      ]}
    />,
  )
  expect(page).toContain('<dt>姓名</dt><dd>李娜</dd>')
  expect(page).toContain('<dd>0</dd>')
  expect(page).not.toContain('工号')
  expect(page).not.toContain('备注')
})

test('a status is its sign and its word', () => {
  expect(shown(<RequestStatus status="rejected" />)).toMatch(/class="mark bad"[^>]*>.*未予办理/)
  expect(shown(<RequestStatus status="approved" />)).toMatch(/class="mark good"[^>]*>.*已同意/)
  expect(shown(<ObligationMark status="deemed" />)).toMatch(/class="mark good"[^>]*>.*视同完成/)
})

test('a table says what it holds, and heads its columns', () => {
  const page = shown(
    <Table<{ readonly id: string; readonly hours: number }>
      label="学时"
      rowKey={({ id }) => id}
      items={[{ id: 'a', hours: 40 }]}
      columns={[
        { key: 'id', title: '编号', render: (_, { id }) => id },
        { key: 'hours', title: '学时', className: 'amount', render: (_, { hours }) => hours },
      ]}
    />,
  )
  expect(page).toContain('aria-label="学时"')
  expect(page).toMatch(/<th scope="col"[^>]*>编号<\/th>/)
  expect(page).toMatch(/<td class="amount"[^>]*>40<\/td>/)
})
