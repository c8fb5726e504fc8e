import type { Page } from 'playwright-core'
import { pdf } from '../../acceptance/client.ts'
import { failing, fill, press, type Stop, setDay, stopsOf } from './stop.ts'

const attach = (name: string, buffer: Buffer = Buffer.from(pdf())) => ({
  name,
  mimeType: 'application/pdf',
  buffer,
})

/** What staff see of their own, and the four forms. */
export const staffStops: readonly Stop[] = [
  ...stopsOf('staff.li', [
    {
      route: '/my',
      path: '/my',
      sees: '第32条',
      open: (page) => page.getByText('还差什么，可以怎样补齐').click(),
    },
    { route: '/news', path: '/news', sees: '保存日历文件' },
    { route: '/ledger', path: '/ledger?year=2025', sees: '按培训时间计入 2025 年度（第7条）' },
    { route: '/certificates', path: '/certificates', sees: '2025 年度' },
    {
      route: '/certificates',
      state: 'with a fault',
      path: '/my',
      sees: '1234',
      async open(page) {
        await failing(page, '**/api/certificates**', 'fault')
        await page.getByRole('link', { name: '合格证书' }).first().click()
      },
    },
    {
      route: '/certificates',
      state: 'without a network',
      path: '/my',
      sees: '网络不通',
      async open(page) {
        await failing(page, '**/api/certificates**', 'network')
        await page.getByRole('link', { name: '合格证书' }).first().click()
      },
    },
    {
      route: '/certificate/:number',
      path: ({ certificate }) => `/certificate/${certificate.number}`,
      sees: '下载 PDF',
    },
    { route: '/requests', path: '/requests', sees: '等待办理的培训' },
    { route: '/requests/new/:type', path: '/requests/new/recognition', sees: '办理须知' },
    {
      route: '/requests/new/:type',
      state: 'recognition with faults',
      path: '/requests/new/recognition',
      sees: /请先改正下面 \d+ 处/,
      open: (page) => press(page, '提交'),
    },
    ...(
      [
        ['an objection', 'objection?entry=1'],
        ['a justified reason', 'justified-reason'],
      ] as const
    ).map(([state, form]) => ({
      route: '/requests/new/:type',
      state: `${state}, with faults`,
      path: `/requests/new/${form}`,
      sees: /请先改正下面 \d+ 处/,
      open: (page: Page) => press(page, '提交'),
    })),
    {
      route: '/requests/new/:type',
      state: 'an objection to nothing',
      path: '/requests/new/objection',
      sees: /^请在对应的申请、证书或台账页面上/,
    },
    {
      route: '/request/:id',
      state: 'sent back',
      path: ({ claims }) => `/request/${claims.returned.id}`,
      sees: '请补充结业证书。',
    },
    {
      route: '/request/:id/edit',
      state: 'of one line',
      path: ({ claims }) => `/request/${claims.partly}/edit`,
      sees: '退回的理由',
    },
    {
      route: '/requests/new/:type',
      state: 'recognition with a file that did not arrive',
      path: '/requests/new/recognition',
      sees: '“没传上.pdf”没有传上去。',
      async open(page) {
        await failing(page, '**/api/evidence', 'network')
        await page.locator('input[type=file]').setInputFiles(attach('没传上.pdf'))
      },
    },
    {
      route: '/requests/new/:type',
      state: 'recognition with a draft',
      path: '/requests/new/recognition',
      sees: '这是您上次没有提交的内容。',
      async open(page) {
        await fill(page, '培训名称', '草稿')
        await page.reload()
      },
    },
    {
      route: '/requests/new/:type',
      state: 'recognition that was received before',
      path: '/requests/new/recognition',
      sees: '您上一次提交的内容已经收到',
      async open(page) {
        await fill(page, '培训名称', '答复丢失')
        await setDay(page, '开始日期', '2026-04-02')
        await setDay(page, '结束日期', '2026-04-02')
        await page.getByLabel('培训天数').fill('1')
        // The API takes it, the answer does not arrive.
        let isLost = false
        await page.route('**/api/requests', async (route) => {
          if (isLost) return route.fallback()
          isLost = true
          await route.fetch()
          await route.abort()
        })
        await press(page, '提交')
        await page.getByRole('heading', { name: '网络不通' }).waitFor()
        await page.getByLabel('培训天数').fill('0.5')
        await press(page, '提交')
      },
    },
    {
      route: '/requests/new/:type',
      state: 'deemed, with a file that is too large',
      path: '/requests/new/deemed',
      sees: /“大文件.pdf”有 10.0 MB，超过 10 MB/,
      async open(page) {
        await page.getByRole('radio', { name: /学历（学位）教育/ }).check()
        await press(page, '提交')
        await page.locator('input[type=file]').setInputFiles(attach('大文件.pdf', Buffer.alloc(10_485_761)))
      },
    },
    {
      route: '/request/:id',
      path: ({ claims }) => `/request/${claims.open.id}`,
      sees: /现在由青城实验中学办理/,
    },
    {
      route: '/request/:id/edit',
      path: ({ claims }) => `/request/${claims.returned.id}/edit`,
      sees: '退回的理由',
      async open(page) {
        await page.locator('input[type=file]').setInputFiles(attach('结业证书.pdf'))
        await page.getByRole('button', { name: '移除 结业证书.pdf' }).waitFor()
      },
    },
  ]),
  ...stopsOf('staff.wang', [
    { route: '/questions/mine', path: '/questions/mine', sees: '还没有咨询过' },
    { route: '/looks', path: '/looks', sees: '取得过含有您的名单' },
  ]),
  ...stopsOf('staff.zhao', [
    { route: '/requests', state: 'empty', path: '/requests', sees: '还没有提交过申请' },
    {
      route: '/requests/new/:type',
      state: 'delay',
      path: '/requests/new/make-up-delay',
      sees: '申请延迟补训',
      async open(page) {
        await page.getByLabel('理由', { exact: true }).fill('全年驻村。')
      },
    },
  ]),
  ...stopsOf('unit.admin', [
    {
      route: '/requests/new/:type',
      state: 'change of a record, with faults',
      path: '/requests/new/record-change?staff=staff.wang',
      sees: /请先改正下面 \d+ 处/,
      open: (page) => press(page, '提交'),
    },
    {
      route: '/requests/new/:type',
      state: 'change of post',
      path: '/requests/new/post-change?staff=staff.wang',
      sees: '变动后的岗位类别',
      async open(page) {
        await page.getByText('王', { exact: false }).first().waitFor()
        await page.getByLabel('变动类型', { exact: true }).click()
        await page.locator('.ant-select-dropdown:visible').getByText('岗位类别变动', { exact: true }).click()
      },
    },
  ]),
  ...stopsOf('staff.wang', [
    {
      route: '/requests/new/:type',
      state: 'change of post, for whom it is not',
      path: '/requests/new/post-change',
      sees: '岗位变动由单位人事干部备案',
    },
    {
      route: '/request/:id',
      state: 'on hold',
      path: ({ change }) => `/request/${change}`,
      sees: '最迟 2027年1月12日',
    },
  ]),
]
