import { failing, press, type Stop, setDay, stopsOf } from './stop.ts'

/** What anyone sees, and what an invitation leads to. */
export const visitorStops: readonly Stop[] = stopsOf(undefined, [
  { route: '/', path: '/', sees: '事业单位工作人员培训，办在这里' },
  { route: '/programmes', path: '/programmes', sees: '公开培训班' },
  { route: '/libraries', path: '/libraries?kind=institution', sees: '青城培训中心' },
  { route: '/calculator', path: '/calculator', sees: '测算' },
  {
    route: '/calculator',
    state: 'with faults',
    path: '/calculator',
    sees: '请填写开始日期',
    open: (page) => press(page, '测算'),
  },
  {
    route: '/calculator',
    state: 'with its result',
    path: '/calculator',
    sees: '测算结果',
    async open(page) {
      await setDay(page, '开始日期', '2026-03-09')
      await setDay(page, '结束日期', '2026-03-13')
      await page.getByLabel('培训天数').fill('5')
      await press(page, '测算')
    },
  },
  {
    route: '/docs',
    path: '/docs',
    sees: '答复 200',
    open: (page) => page.getByText('/api/verify/{code}').click(),
  },
  { route: '/complaints/new', path: '/complaints/new', sees: '2026-Q1' },
  {
    route: '/complaints/new',
    state: 'with faults, and a name',
    path: '/complaints/new',
    sees: '请填写单位、部门或机构',
    async open(page) {
      await page.getByLabel('我愿意留下姓名和联系方式').check()
      await press(page, /^提\s?交$/)
    },
  },
  {
    route: '/complaints/follow',
    path: '/complaints/follow',
    sees: '部分属实，多登记的半天学时已更正',
    async open(page) {
      await page.getByLabel('查询码').fill('DEM0-C0DE01')
      await page.getByLabel('密钥').fill('dem0key0 dem0key0 dem0key0')
      await press(page, /^查\s?看$/)
    },
  },
  { route: '/questions/new', path: '/questions/new', sees: '问的是自己的某一件申请' },
  {
    route: '/questions/new',
    state: 'with faults, and a name',
    path: '/questions/new',
    sees: '请填写问题',
    async open(page) {
      await page.getByLabel('我愿意留下姓名和邮箱').check()
      await press(page, /^提\s?交$/)
    },
  },
  {
    route: '/questions/follow',
    path: '/questions/follow',
    sees: '由平台自动折算并核对',
    async open(page) {
      await page.getByLabel('查询码').fill('DEM0-ASK001')
      await page.getByLabel('密钥').fill('dem0key0 dem0key0 dem0key0')
      await press(page, /^查\s?看$/)
    },
  },
  { route: '/answers', path: '/answers', sees: '网上学完专业科目以后' },
  { route: '/answers/:id', path: '/answers/demo-question', sees: '同一课程不重复计算' },
  { route: '/articles', path: '/articles', sees: '第三章 在岗培训' },
  {
    route: '/articles',
    state: 'with what was found',
    path: '/articles',
    sees: '找到的条文',
    async open(page) {
      await page.getByLabel('在条文、文件和问答的全文中搜索').fill('投诉')
      await press(page, /^搜\s?索$/)
    },
  },
  { route: '/articles/:article', path: '/articles/7', sees: '年末在册的人员' },
  { route: '/policies', path: '/policies', sees: '全部文件' },
  { route: '/policies/:id', path: '/policies/demo-interpretation', sees: '演示用的解释' },
  { route: '*', path: '/no/such/page', sees: '没有这个页面' },
  { route: '/verify', path: '/verify', sees: '验证培训合格证书' },
  { route: '/verify/:code', path: ({ certificate }) => `/verify/${certificate.code}`, sees: '证书有效' },
  {
    route: '/verify/:code',
    state: 'of none, then of an empty field',
    path: '/verify/ABCD-EFGH-JKLM',
    sees: '请输入证书上的验证码或证书编号。',
    async open(page) {
      await page.getByRole('heading', { name: '没有找到这张证书' }).waitFor()
      await page.getByLabel('验证码').fill('  ')
      await press(page, '验证')
    },
  },
  { route: '/verify/:code', state: 'of none', path: '/verify/ABCD-EFGH-JKLM', sees: '没有找到这张证书' },
  {
    route: '/verify/:code',
    state: 'with a fault',
    path: '/verify',
    sees: 'urn:training-platform:call:1234',
    async open(page, { certificate }) {
      await failing(page, '**/api/verify/**', 'fault')
      await page.getByLabel('验证码').fill(certificate.code)
      await press(page, '验证')
    },
  },
  { route: '/invitations/:token', path: ({ invitation }) => invitation, sees: '开通账号' },
  {
    route: '/invitations/:token',
    state: 'to compare, after the sign-in',
    path: ({ invitation }) => invitation,
    sees: '核对邀请',
    async open(page) {
      await press(page, '第一步：登录')
      await page.getByLabel(/其他登录名/).fill('qiqige')
      await page.getByRole('button', { name: /^登录/ }).click()
    },
  },
  {
    route: '/my',
    state: 'of a login without an account',
    path: '/my',
    sees: '这个登录还没有账号',
    async open(page) {
      await page.getByLabel(/其他登录名/).fill('nobody.yet')
      await page.getByRole('button', { name: /^登录/ }).click()
    },
  },
])
