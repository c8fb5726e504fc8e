import { as } from '../../acceptance/client.ts'
import { fill, press, type Stop, stopsOf } from './stop.ts'

/** A broken ledger as the API tells of it: no page can break one. */
const BROKEN = {
  staffId: 'staff.li',
  name: '李静怡',
  institution: { id: 'institution-1', name: '青城实验中学' },
  fault: 'entry 2',
  since: '2026-06-16',
  entries: [1, 2].map((sequence) => ({
    sequence,
    recordedAt: '2026-06-01T09:00:00.000+08:00',
    recordedBy: 'hr.city',
    recordedByName: '周文斌',
    source: `r.${sequence}`,
    fact: { kind: 'delay', year: 2026, approvedOn: '2026-06-01' },
    correctionOf: null,
    reason: null,
    quotes: null,
    hash: `${sequence}`,
    whole: sequence === 1,
    vouched: sequence === 1,
  })),
  unreadable: 0,
  vouched: { day: '2026-06-15', length: 1 },
  needsBackup: false,
  proposal: {
    by: { id: 'hr.second', name: '乙' },
    at: '2026-06-16T09:00:00.000+08:00',
    reason: 'checked',
    keep: 1,
    putBack: 0,
    mayConfirm: true,
  },
}

const SEAT = { accountId: 'hr.head', role: 'authority', reason: '兼任' }

/** What the region keeps: organisations, providers, rates, readings, certificates. */
export const registersStops: readonly Stop[] = stopsOf('hr.region', [
  {
    route: '/persons/:id/restoration',
    path: '/persons/staff.li/restoration',
    sees: /台账与封存的记录一致，不需要恢复/,
  },
  {
    route: '/persons/:id/restoration',
    state: 'of a ledger that is broken',
    path: '/persons/staff.li/restoration',
    sees: '由一人提出、另一人确认',
    async open(page) {
      await page.route('**/api/staff/*/restoration', (route) => route.fulfill({ json: BROKEN }))
      await page.reload()
    },
    neverInEnglish: /不相连|签名根证明/,
  },
  {
    route: '/persons/:id/merge',
    path: '/persons/staff.li/merge',
    sees: '要并入的档案',
  },
  {
    route: '/persons/:id/merge',
    state: 'with what another record would bring',
    path: '/persons/staff.li/merge?from=staff.wang',
    sees: '两份档案',
    neverInEnglish: /并入后关闭|合并前/,
  },
  { route: '/registers/organisations', path: '/registers/organisations', sees: '自治区人社厅' },
  { route: '/registers/organisations/new', path: '/registers/organisations/new', sees: '登记机构' },
  {
    route: '/registers/organisations/new',
    state: 'with faults',
    path: '/registers/organisations/new?parent=authority-1501',
    sees: /请填写名称/,
    open: (page) => press(page, '登记机构'),
  },
  {
    route: '/registers/organisations/import',
    path: '/registers/organisations/import',
    sees: '导入机构',
  },
  {
    route: '/registers/organisations/import',
    state: 'previewed',
    path: '/registers/organisations/import',
    sees: '只导入没有错误的 1 行',
    async open(page) {
      await page.getByLabel('选择文件', { exact: true }).setInputFiles({
        name: '机构.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          [
            '编码,机构名称,机构类别,层级,上级机构,主管部门',
            'W-1,市图书馆,事业单位,盟市级,authority-1501,',
            'W-2,市档案馆,事业单位,盟市级,没有的局,',
          ].join('\r\n'),
        ),
      })
      await press(page, '预览')
      await page.getByRole('heading', { name: '预览结果' }).waitFor()
    },
  },
  {
    route: '/registers/organisations/:id',
    path: '/registers/organisations/authority-1501',
    sees: '周文斌',
  },
  {
    route: '/registers/organisations/:id',
    state: 'with a seat to take',
    path: '/registers/organisations/authority-1501',
    sees: /^取消 .+ 的席位$/,
    open: (page) => press(page, '取消席位'),
  },
  {
    route: '/registers/organisations/:id/change',
    path: '/registers/organisations/authority-1501/change',
    sees: '保存',
  },
  {
    route: '/registers/organisations/:id/reorganisation',
    path: '/registers/organisations/institution-luming/reorganisation',
    sees: '转入哪里',
    open: async (page) => {
      await page.getByRole('radio', { name: /分出/ }).check()
      await page.getByLabel('分出的人员').waitFor()
    },
  },
  { route: '/registers/providers', path: '/registers/providers', sees: '内蒙古干部网络学院' },
  {
    route: '/registers/providers/new',
    path: '/registers/providers/new',
    sees: '请填写名称',
    open: (page) => press(page, '登记网络培训机构'),
  },
  {
    route: '/registers/providers/:id',
    path: ({ provider }) => `/registers/providers/${encodeURIComponent(provider)}`,
    sees: '没有改动。要保存的，请先修改内容。',
    async open(page) {
      await fill(page, '理由', '合同到期')
      await press(page, '保存')
    },
  },
  { route: '/registers/rates', path: '/registers/rates', sees: '这是演示用的示例标准' },
  { route: '/registers/rates/new', path: '/registers/rates/new', sees: '保存新标准' },
  {
    route: '/registers/parameters',
    path: '/registers/parameters',
    sees: '还没有调整过，执行的都是默认口径。',
  },
  { route: '/registers/parameters/new', path: '/registers/parameters/new', sees: '下一步：核对' },
  {
    route: '/registers/clients',
    path: '/registers/clients',
    sees: '已登记：市人事系统',
    async open(page) {
      await page.getByRole('link', { name: '登记接入系统' }).click()
      await fill(page, '客户端编号', 'hr-city')
      await fill(page, '名称', '市人事系统')
      await page.getByRole('combobox', { name: '所属机构' }).fill('呼和浩特市人社局')
      await page.getByTitle(/^呼和浩特市人社局/).click()
      await fill(page, '理由', '接入方案 2026-3')
      await press(page, '登记接入系统')
    },
  },
  {
    route: '/registers/clients',
    state: 'with one to end',
    path: '/registers/clients',
    sees: '停止 市人事系统 的接入',
    open: (page) => press(page, '停止接入'),
  },
  {
    route: '/registers/clients/new',
    path: '/registers/clients/new',
    sees: '请填写客户端编号',
    open: (page) => press(page, '登记接入系统'),
  },
  { route: '/registers/certificates', path: '/registers/certificates', sees: '证书编号' },
  {
    route: '/registers/certificates',
    state: 'with one that is revoked',
    path: '/registers/certificates',
    sees: /^证书 .+ 已撤销$/,
    async open(page) {
      const { number } = (await as('staff.wang').get('/api/certificates')).body.items[0]
      await fill(page, '证书编号', number)
      await page.keyboard.press('Enter')
      await press(page, '撤销证书')
      await fill(page, '理由', '结业证明系伪造')
      await press(page, `撤销证书 ${number}`)
    },
  },
])

/** The year as it is closed and rehearsed, what runs, and who did what. */
export const oversightStops: readonly Stop[] = [
  ...stopsOf(
    'hr.region',
    [
      { route: '/year/:year', path: '/year/2025', sees: '已结算' },
      {
        route: '/year/:year',
        state: 'with its chart',
        path: '/year/2025',
        sees: /没有完成，也没有批准的延迟补训/,
        open: (page) =>
          page
            .getByRole('img', { name: /呼和浩特市人社局 \d+\.\d%/ })
            .locator('canvas')
            .waitFor(),
      },
      {
        route: '/year/:year',
        state: 'of an authority',
        path: '/year/2025?organisation=authority-1501',
        sees: '上一级',
      },
      {
        route: '/year/:year',
        state: 'by department',
        path: '/year/2025?by=department',
        sees: '自治区教育厅',
      },
      {
        route: '/year/:year',
        state: 'of a department',
        path: '/year/2025?by=department&department=department-1501-education',
        sees: '青城实验中学',
      },
      {
        route: '/year/:year',
        state: 'that is not over',
        path: '/year/2026',
        sees: /年度结算在 2026 年 12 月 31 日 23:59 自动启动/,
      },
      {
        route: '/year/:year',
        state: 'to start',
        path: '/year/2025',
        sees: '重新结算 2025 年度',
        open: (page) => press(page, '重新结算'),
      },
      { route: '/year/:year/results', path: '/year/2025/results?status=short', sees: '导出 CSV' },
      {
        route: '/year/:year/rehearsal',
        path: '/year/2026/rehearsal',
        sees: '单位登记',
        open: (page) =>
          page
            .getByText(/^查看 \d+ 件申请$/)
            .first()
            .click(),
      },
      { route: '/year/:year/statistics', path: '/year/2026/statistics', sees: /应完成人数/ },
      {
        route: '/year/:year/statistics',
        state: 'filtered, beside another year',
        path: '/year/2026/statistics?beside=2025&postType=worker&asOf=2026-06-01&by=department',
        sees: /增减/,
      },
      { route: '/year/:year/rehearsal', state: 'of none', path: '/year/2024/rehearsal', sees: /预演/ },
    ],
    { neverInEnglish: /结算|完成率/ },
  ),
  ...stopsOf('hr.city', [
    {
      route: '/year/:year',
      state: 'of a city, by department',
      path: '/year/2025?by=department&department=department-1501-education',
      sees: '呼和浩特市教育局所管事业单位的结果',
    },
  ]),
  ...stopsOf('staff.zhao', [
    {
      route: '/year/:year',
      state: 'of someone without a seat',
      path: '/year/2025',
      sees: /没有.*权|无权|不能/,
    },
  ]),
  ...stopsOf('hr.head', [
    {
      route: '/year/:year',
      state: 'of whoever sits at two organisations',
      path: '/year/2025',
      sees: '机构',
      async open(page) {
        await as('hr.region').post('/api/organisations/authority-150203/seats', { ...SEAT, action: 'add' })
        await page.reload()
        await page.getByRole('combobox', { name: '机构' }).waitFor()
      },
    },
  ]),
  ...stopsOf('operator', [
    { route: '/executions', path: '/executions', sees: '等待办理' },
    {
      route: '/executions/:workflow/:name',
      path: ({ execution }) => execution,
      sees: 'Task State Entered',
      open: (page) => page.getByRole('img', { name: /The institution confirms/ }).waitFor(),
    },
  ]),
  ...stopsOf('auditor', [
    { route: '/mails', path: '/mails', sees: '所有邮件都已发出。' },
    { route: '/search', path: '/search', sees: '查找' },
    { route: '/audit', path: '/audit', sees: '审计查询' },
    { route: '/audit/readings', path: '/audit/readings', sees: '投诉人身份查看记录' },
    { route: '/ledgers/broken', path: '/ledgers/broken', sees: '最近一次核对没有发现不一致的台账。' },
    {
      route: '/audit',
      state: 'with what it found',
      path: '/audit',
      sees: '台账完整',
      async open(page) {
        await page.getByLabel('编号或账号').fill('staff.li')
        await page.getByRole('main').getByRole('button', { name: '查询' }).click()
      },
    },
    {
      route: '/audit',
      state: 'of an organisation',
      path: '/audit?organisation=institution-qingcheng',
      sees: '审计查询',
    },
  ]),
]
