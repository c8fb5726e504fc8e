import { QINGCHENG } from '../../../local/demo/organisations.ts'
import { as } from '../../acceptance/client.ts'
import { follow } from '../running.ts'
import { failing, press, type Stop, setDay, stopsOf } from './stop.ts'

const taskAt = (task: string): string => `/task/${encodeURIComponent(task)}`

const chooseAll = async (page: Parameters<typeof press>[0]): Promise<void> => {
  await press(page, /^学时认定 · 单位登记（\d+ 项）$/)
  await press(page, '批量同意')
}

/** The to-do list, the page behind a mail's link in all its outcomes, and powers that are lent. */
export const deskStops: readonly Stop[] = [
  ...stopsOf('hr.city', [
    { route: '/programmes/own', path: '/programmes/own', sees: '公共科目集中培训' },
    { route: '/programmes/new', path: '/programmes/new', sees: '授课分钟数' },
    {
      route: '/programmes/new',
      state: 'with faults',
      path: '/programmes/new',
      sees: '请填写培训班名称',
      open: (page) => press(page, '提交备案'),
    },
    { route: '/programmes/figures', path: '/programmes/figures', sees: '接受 3 个' },
    {
      route: '/programmes/figures/:id',
      path: '/programmes/figures/authority-1501',
      sees: '各单位培训班情况',
    },
    { route: '/plans', path: '/plans', sees: '报送给本单位的计划' },
    { route: '/plans/:id', path: '/plans/department-1501-education?year=2026', sees: '教学能力提升' },
    { route: '/classes/untrained', path: '/classes/untrained', sees: '最近一次培训' },
    {
      route: '/classes/untrained',
      state: 'of a class',
      path: '/classes/untrained?programme=demo-november',
      sees: '没有报名',
    },
    { route: '/programmes/lecturers', path: '/programmes/lecturers', sees: '白音' },
    { route: '/libraries/desk', path: '/libraries/desk', sees: '课堂教学诊断' },
    { route: '/libraries/new/:kind', path: '/libraries/new/institution', sees: '办学条件' },
    { route: '/libraries/entry/:id', path: '/libraries/entry/demo-course-open', sees: '您的评审' },
    {
      route: '/libraries/entry/:id/renewal',
      path: '/libraries/entry/b-lecturer-bai/renewal',
      sees: '续期或更新',
    },
    { route: '/programme/:id', path: '/programme/demo-public', sees: '市委党校' },
    {
      route: '/programme/:id/correction',
      path: '/programme/demo-public/correction',
      sees: '提交备案',
    },
  ]),
  ...stopsOf('unit.admin', [
    { route: '/tasks', path: '/tasks', sees: '等待办理的培训' },
    { route: '/tasks', state: 'done', path: '/tasks?box=done', sees: '已经办理的培训' },
    { route: '/tasks', state: 'to confirm many', path: '/tasks', sees: /^同意这 \d+ 项/, open: chooseAll },
    {
      route: '/task/:id',
      path: ({ claims }) => taskAt(claims.open.task),
      sees: '您的决定',
      async open(page) {
        await press(page, '查看 材料 1')
        await page.getByText('材料 1').first().waitFor()
      },
    },
    {
      route: '/task/:id',
      state: 'to confirm',
      path: ({ claims }) => taskAt(claims.open.task),
      sees: '同意表示您已核实事实和证明材料。申请将转到下一环节。',
      open: (page) => press(page, '同意'),
    },
    {
      route: '/task/:id',
      state: 'with faults',
      path: ({ claims }) => taskAt(claims.open.task),
      sees: '请写明理由，申请人会看到。',
      async open(page) {
        await press(page, '退回修改')
        await press(page, '确认退回修改')
      },
    },
    ...(['network', 'fault'] as const).map((how) => ({
      route: '/task/:id',
      state: how === 'network' ? 'without a network' : 'with a fault of the system',
      path: ({ claims }: { claims: { open: { task: string } } }) => taskAt(claims.open.task),
      sees: how === 'network' ? '连接不上系统' : '系统暂时不能完成这一步',
      async open(page: Parameters<typeof press>[0]) {
        await failing(page, '**/api/tasks/*/decision', how)
        await press(page, '退回修改')
        await page.getByRole('textbox', { name: '理由' }).fill('请补充结业证书')
        await press(page, '确认退回修改')
      },
    })),
    {
      route: '/task/:id',
      state: 'withdrawn',
      path: ({ claims }) => taskAt(claims.withdrawn.task),
      sees: '申请人已撤回',
    },
    {
      route: '/task/:id',
      state: 'decided by oneself',
      path: ({ claims }) => taskAt(claims.decided.task),
      sees: '收回决定',
    },
    { route: '/task/:id', state: 'of none', path: '/task/nothing', sees: '没有找到这件事项' },
  ]),
  ...stopsOf('unit.second', [
    {
      route: '/task/:id',
      state: 'decided',
      path: ({ claims }) => taskAt(claims.decided.task),
      sees: '这件事项已经办理',
    },
    {
      route: '/task/:id',
      state: 'of a class, to confirm',
      path: ({ roster }) => taskAt(roster),
      sees: '2 名学员',
      open: (page) => press(page, '同意'),
    },
  ]),
  ...stopsOf('dept.chen', [
    {
      route: '/task/:id',
      state: 'taken back',
      path: ({ claims }) => taskAt(claims.takenBack),
      sees: '上一环节已收回决定',
    },
  ]),
  ...stopsOf('hr.region', [
    { route: '/policies/new', path: '/policies/new', sees: '发布后立即公开' },
    { route: '/questions/desk', path: '/questions/desk', sees: '我在网上学完了专业科目' },
    { route: '/questions/desk/:id', path: '/questions/desk/demo-question', sees: '撤下公开的问答' },
    {
      route: '/questions/desk/:id',
      state: 'to be answered',
      path: '/questions/desk',
      sees: '属于个案',
      async open(page) {
        const question = { text: '转岗后怎样培训？' }
        await as('hr.region').post('/api/questions/own', question, { 'idempotency-key': 'the tour' })
        await page.reload()
        await page.getByRole('link', { name: '转岗后怎样培训' }).first().click()
      },
    },
    { route: '/complaints/settings', path: '/complaints/settings', sees: '自治区文旅厅' },
    { route: '/inspections', path: '/inspections', sees: '清理本市超过期限的学时认定' },
    { route: '/inspections/draws/new', path: '/inspections/draws/new', sees: '发起时生成随机数种子' },
    { route: '/inspections/orders/new', path: '/inspections/orders/new', sees: '下达督办' },
    { route: '/inspections/violations/new', path: '/inspections/violations/new', sees: '先听取本人陈述' },
    { route: '/inspections/matters/:id', path: '/inspections/matters/demo-order', sees: '抽看三件' },
    {
      route: '/inspections/draws/:id',
      path: '/inspections',
      sees: '种子的哈希值',
      async open(page) {
        const body = {
          ...{ deskId: 'authority-1501', from: '2026-01-01', to: '2026-10-31' },
          ...{ bySign: 0, byLot: 1, reason: '抽查' },
        }
        const headers = { 'idempotency-key': 'the tour' }
        const { id } = (await as('hr.region').post('/api/inspections/draws', body, headers)).body
        await follow(page, `/inspections/draws/${id}`)
      },
    },
    { route: '/tasks', state: 'overdue below', path: '/tasks?box=overdue', sees: '没有下级两次逾期的事项。' },
  ]),
  ...stopsOf('hr.county', [
    {
      route: '/task/:id',
      state: 'of discretion, with faults',
      path: ({ discretion }) => taskAt(discretion),
      sees: '请填写至少一个科目的学时',
      async open(page) {
        await press(page, '同意')
        await page.getByLabel('认定部分学时').check()
        await press(page, '确认同意')
      },
    },
    {
      route: '/task/:id',
      state: 'of discretion, done',
      path: ({ discretion }) => taskAt(discretion),
      sees: '办理完成',
      async open(page) {
        await press(page, '同意')
        await press(page, '确认同意')
      },
    },
  ]),
  ...stopsOf('staff.li', [
    { route: '/tasks', state: 'of someone without a seat', path: '/tasks', sees: '您的账号没有办理岗位。' },
    {
      route: '/task/:id',
      state: 'of one’s own',
      path: ({ claims }) => taskAt(claims.open.task),
      sees: '不能办理自己的申请',
    },
  ]),
  ...stopsOf('hr.city', [
    { route: '/complaints/desk', path: '/complaints/desk', sees: '本部门办理' },
    {
      route: '/complaints/desk/:id',
      path: '/complaints/desk/demo-complaint',
      sees: '已由本局在台账中更正半天学时',
    },
    {
      route: '/complaints/desk/:id',
      state: 'to be accepted',
      path: '/complaints/desk',
      sees: '另一名调查人员',
      async open(page) {
        const complaint = { bodyId: QINGCHENG, channel: 'letter', text: '虚假学时。' }
        await as('hr.city').post('/api/complaints/entries', complaint, { 'idempotency-key': 'the tour' })
        await page.reload()
        await page.getByRole('link', { name: '青城实验中学' }).first().click()
      },
    },
    { route: '/complaints/enter', path: '/complaints/enter', sees: '登记电话、信件投诉举报' },
    {
      route: '/task/:id',
      state: 'of another desk',
      path: ({ claims }) => taskAt(claims.open.task),
      sees: /您登录的是“阿拉坦·巴特尔”/,
    },
    {
      route: '/delegations',
      state: 'with faults',
      path: '/delegations',
      sees: '请选择受托人。',
      open: (page) => press(page, '委托'),
    },
    {
      route: '/delegations',
      path: '/delegations',
      sees: '已委托 周文斌',
      async open(page) {
        await press(page, '委托')
        await page.getByRole('alert').getByRole('link', { name: '请选择受托人。' }).click()
        await page.keyboard.type('周文斌')
        await page.locator('.ant-select-item-option', { hasText: '周文斌' }).waitFor()
        await page.keyboard.press('Enter')
        await setDay(page, '结束日期（含当天）', '2026-12-30')
        await press(page, '委托')
      },
    },
    {
      route: '/delegations',
      state: 'to end',
      path: '/delegations',
      sees: '现在结束这项委托',
      open: (page) => press(page, '提前结束'),
    },
  ]),
  // The last of the registrar's: their desk is empty then.
  ...stopsOf('unit.admin', [
    {
      route: '/tasks',
      state: 'with what came of many',
      path: '/tasks',
      sees: /^已同意 \d+ 项，1 项没有办成/,
      async open(page, { claims }) {
        await chooseAll(page)
        // A colleague is faster with one of them.
        await as('unit.second').decide(claims.open.task, 'return', { reason: '请补充证书' })
        await press(page, /^同意这 \d+ 项/)
      },
    },
    {
      route: '/task/:id',
      state: 'handed on',
      path: ({ claims }) => taskAt(claims.handed.task),
      sees: '现由 刘海燕 办理',
    },
  ]),
]
