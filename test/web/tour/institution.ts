import type { Page } from 'playwright-core'
import { as, pdf } from '../../acceptance/client.ts'
import { choose, fill, press, type Stop, setDay, stopsOf } from './stop.ts'

const csv = (...lines: readonly string[]) => ({
  name: '名册.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n')),
})
const HEADER = '工号,姓名,岗位类型,聘用日期'

const previewed = async (page: Page): Promise<void> => {
  const list = csv(HEADER, 'W-101,高娃·乌日娜,专业技术,2021-09-01', 'W-102,𠮷田,管理,2022-13-01')
  await page.getByLabel('选择名册文件').setInputFiles(list)
  await press(page, '预览')
  await page.getByRole('heading', { name: '预览结果' }).waitFor()
}
const toLuming = async (page: Page): Promise<void> => {
  await choose(page, '盟市', '包头市人社局')
  await choose(page, '旗县（市、区）', '昆都仑区人社局')
  await choose(page, '接收单位', '昆都仑区鹿鸣小学')
}

/** The register of persons: lists, imports, a person's archive, and how a person moves. */
export const institutionStops: readonly Stop[] = [
  ...stopsOf('hr.city', [
    { route: '/progress', state: 'without an institution', path: '/progress', sees: '请先选择单位。' },
  ]),
  ...stopsOf('unit.admin', [
    {
      route: '/progress',
      path: '/persons',
      sees: /^应完成 \d+ 人/,
      open: (page) => page.getByRole('link', { name: /还没有完成的人员和提醒/ }).click(),
    },
    {
      route: '/progress',
      state: 'to remind',
      path: '/persons',
      sees: /同一天不会重复提醒/,
      async open(page) {
        await page.getByRole('link', { name: /还没有完成的人员和提醒/ }).click()
        await press(page, '提醒全部未完成人员')
      },
    },
    {
      route: '/imports',
      state: 'with faults',
      path: '/imports',
      sees: '请选择要导入的文件。',
      open: (page) => press(page, '预览'),
    },
    {
      route: '/imports',
      state: 'previewed',
      path: '/imports',
      sees: '只导入没有错误的 1 行',
      open: previewed,
    },
    {
      route: '/imports',
      state: 'done',
      path: '/imports',
      sees: '已导入 1 行',
      async open(page) {
        await previewed(page)
        await press(page, '只导入没有错误的 1 行')
        await press(page, '只导入没有错误的 1 行')
      },
    },
    {
      route: '/imports',
      state: 'of a class, with faults and a proof',
      path: '/imports?kind=roster',
      sees: '请填写培训班名称。',
      async open(page) {
        await press(page, '预览')
        const chosen = page.waitForEvent('filechooser')
        await press(page, '培训班的证明材料（一份）')
        const proof = { name: '通知.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) }
        await (await chosen).setFiles(proof)
        await page.getByRole('button', { name: '移除 通知.pdf' }).waitFor()
      },
    },
    { route: '/persons', path: '/persons', sees: '王建军' },
    { route: '/persons/new', path: '/persons/new', sees: '登记' },
    {
      route: '/persons/new',
      state: 'with faults',
      path: '/persons/new',
      sees: '请填写姓名',
      open: (page) => press(page, '登记'),
    },
    { route: '/persons/:id', path: ({ persons }) => `/persons/${persons.own}`, sees: '登记信息的变更记录' },
    {
      route: '/persons/:id/change',
      state: 'with faults',
      path: ({ persons }) => `/persons/${persons.own}/change`,
      sees: '请填写理由',
      async open(page) {
        await fill(page, '工号', 'W-501')
        await press(page, '保存修改')
      },
    },
    {
      route: '/persons/:id/change',
      state: 'which someone else changed meanwhile',
      path: ({ persons }) => `/persons/${persons.own}/change`,
      sees: '其他人刚刚也修改了这份记录',
      async open(page, { persons }) {
        await fill(page, '工号', 'W-501')
        await fill(page, '理由', '补登工号')
        await as('unit.second').post(`/api/persons/${persons.own}`, {
          version: 1,
          reason: '补登退休日期',
          retiresOn: '2050-04-01',
        })
        await press(page, '保存修改')
      },
    },
    {
      route: '/persons/:id/move',
      state: 'to confirm, with faults',
      path: ({ persons }) => `/persons/${persons.own}/move`,
      sees: '请写明理由。',
      async open(page) {
        await toLuming(page)
        await press(page, '同意调出')
        await press(page, /^同意孟根花调往/)
      },
    },
    {
      route: '/persons/:id',
      state: 'released',
      path: ({ persons }) => `/persons/${persons.released}`,
      sees: '已同意调往昆都仑区鹿鸣小学',
    },
    {
      route: '/persons/:id/trainings',
      path: '/persons/staff.li/trainings?year=2024',
      sees: '2024.04.15—2024.04.19，在岗培训，脱产，40 学时',
    },
  ]),
  ...stopsOf('unit.luming', [
    { route: '/persons', state: 'with whom to take over', path: '/persons', sees: '待接收人员' },
    {
      route: '/persons/:id/take-over',
      path: ({ persons }) => `/persons/${persons.released}/take-over`,
      sees: '请填写理由',
      async open(page) {
        await page.getByRole('heading', { name: '接收之后' }).waitFor()
        await press(page, '接收萨仁高娃')
      },
    },
  ]),
  ...stopsOf('dept.chen', [
    {
      route: '/persons/:id',
      state: 'of another year, with what a business lacks',
      path: ({ persons }) => `/persons/${persons.short}?year=2025`,
      sees: /2025 年度：还差 90 学时/,
      open: (page) => page.getByText('还差什么').first().click(),
    },
    {
      route: '/persons/:id',
      state: 'with the form of a justified reason',
      path: ({ persons }) => `/persons/${persons.short}?year=2025`,
      sees: '请写明理由。',
      async open(page) {
        await press(page, '登记正当理由')
        await press(page, '登记 2025 年度未完成的正当理由')
      },
    },
  ]),
  ...stopsOf('hr.region', [
    { route: '/persons', state: 'of the region', path: '/persons', sees: '呼和浩特市人社局' },
    {
      route: '/persons/:id/move',
      state: 'at once',
      path: ({ persons }) => `/persons/${persons.own}/move`,
      sees: '把孟根花调到昆都仑区鹿鸣小学',
      open: toLuming,
    },
    {
      route: '/persons/:id',
      state: 'with a correction to confirm',
      path: ({ persons }) => `/persons/${persons.justified}?year=2025`,
      sees: '请写明理由。',
      async open(page) {
        await press(page, '更正第 1 条')
        await press(page, '确认更正')
      },
    },
    {
      route: '/persons/:id',
      state: 'corrected',
      path: ({ persons }) => `/persons/${persons.justified}?year=2025`,
      sees: /^已更正。/,
      async open(page) {
        await press(page, '更正第 1 条')
        await fill(page, '理由', '驻村情况不属实')
        await press(page, '确认更正')
      },
    },
  ]),
  ...stopsOf('unit.admin', [
    {
      route: '/persons/:id',
      state: 'changed',
      path: ({ persons }) => `/persons/${persons.own}/change`,
      sees: '已修改',
      async open(page) {
        await setDay(page, '退休日期', '2052-05-01')
        await fill(page, '理由', '补登退休日期')
        await press(page, '保存修改')
      },
    },
  ]),
]
