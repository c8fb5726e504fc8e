import { failing, press, type Stop, setDay, stopsOf } from './stop.ts'

/** What anyone sees, and what an invitation leads to. */
export const visitorStops: readonly Stop[] = stopsOf(undefined, [
  { route: '/', path: '/', sees: '事业单位工作人员培训，办在这里' },
  { route: '/programmes', path: '/programmes', sees: '公开培训班' },
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
  { route: '*', path: '/no/such/page', sees: '没有这个页面' },
  { route: '/verify', path: '/verify', sees: '验证培训合格证书' },
  { route: '/verify/:code', path: ({ certificate }) => `/verify/${certificate.code}`, sees: '证书有效' },
  {
    route: '/verify/:code',
    state: 'of none, then of an empty field',
    path: '/verify/ABCD-EFGH-JKLM',
    sees: '请输入证书上的验证码。',
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
