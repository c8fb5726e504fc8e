import { linkTo } from './ground.ts'
import { fill, press, type Stop, stopsOf } from './stop.ts'

/** Accounts: who has one, how it is opened, suspended and given another address. */
export const accountStops: readonly Stop[] = [
  ...stopsOf('hr.region', [
    { route: '/checklist', path: '/checklist', sees: /已办好 \d 项，共 \d 项/ },
    { route: '/accounts', path: '/accounts?organisation=authority-15', sees: '其其格' },
    {
      route: '/accounts/new',
      path: '/accounts/new?organisation=authority-15',
      sees: '请填写姓名',
      open: (page) => press(page, '发送邀请'),
    },
    {
      route: '/accounts/import',
      path: '/accounts/import',
      sees: '批量邀请',
    },
    {
      route: '/accounts/:id',
      state: 'invited',
      path: ({ account }) => `/accounts/${account}`,
      sees: /链接有效期至/,
    },
    {
      route: '/accounts/:id',
      state: 'suspended',
      path: '/accounts/dept.kundulun',
      sees: '账号已停用',
      async open(page) {
        await press(page, '停用账号')
        await fill(page, '理由', '借调')
        await press(page, '停用账号')
      },
    },
  ]),
  ...stopsOf('staff.li', [
    {
      route: '/account',
      state: 'with a code for a provider',
      path: '/account',
      sees: /绑定码只显示这一次/,
      open: (page) => press(page, '取绑定码'),
    },
  ]),
  ...stopsOf('hr.region', [
    {
      route: '/feeds/held',
      path: '/feeds/held',
      sees: '平台上没有这个工号，暂存待核对。请核对工号，或请本人用绑定码绑定。',
      neverInEnglish: /暂存/,
    },
    {
      route: '/feeds/held',
      state: 'with a record to accept',
      path: '/feeds/held',
      sees: '平台人员编号',
      open: (page) => press(page, '核对无误'),
    },
  ]),
  ...stopsOf('dept.chen', [
    {
      route: '/account',
      path: '/account',
      sees: /确认邮件已发到新邮箱/,
      async open(page) {
        await fill(page, '新邮箱', 'chen.new@demo.example')
        await press(page, '更换邮箱')
      },
    },
    {
      route: '/addresses/:token',
      path: '/account',
      sees: '确认新邮箱',
      async open(page) {
        const link = await linkTo('chen.new@demo.example', 'addresses')
        await page.goto(new URL(link, page.url()).href)
      },
    },
  ]),
]
