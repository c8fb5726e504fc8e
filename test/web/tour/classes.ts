import { press, type Stop, stopsOf } from './stop.ts'

/** A class of the demonstration whose first day is the tour's. */
const CLASS = '/classes/demo-november'

/** A class: whoever comes, their institution, its organiser. */
export const classStops: readonly Stop[] = [
  ...stopsOf('staff.li', [
    { route: '/classes', state: 'without any', path: '/classes', sees: '今年还没有报名培训班。' },
    { route: '/classes/:id', path: CLASS, sees: '您还没有报名这个培训班。' },
    {
      route: '/classes/:id',
      state: 'enrolled',
      path: CLASS,
      sees: '已报名，等所在单位同意',
      async open(page) {
        await press(page, '报名')
        await press(page, '报名参加“政策法规专题培训”')
      },
    },
    { route: '/classes', path: '/classes', sees: '已报名，等所在单位同意' },
  ]),
  ...stopsOf('unit.admin', [
    {
      route: '/classes/asked',
      state: 'to agree',
      path: '/classes/asked',
      sees: /^同意 .+ 参加$/,
      open: (page) => press(page, '同意'),
    },
    {
      route: '/classes/asked',
      state: 'agreed to',
      path: '/classes/asked',
      sees: '没有等本单位同意的报名。',
      async open(page) {
        await press(page, '同意')
        await press(page, /^同意 .+ 参加$/)
      },
    },
    { route: '/classes/:id', state: 'to enter one’s people', path: CLASS, sees: '列入名单' },
  ]),
  ...stopsOf('hr.city', [
    { route: '/classes/:id', state: 'of its organiser', path: CLASS, sees: '已报名，所在单位已同意' },
    {
      route: '/classes/:id',
      state: 'with a list entered',
      path: CLASS,
      sees: '已保存，改动 1 人。',
      async open(page) {
        await page.getByRole('radio', { name: '到课', exact: true }).first().check()
        await press(page, '保存签到')
      },
    },
    {
      route: '/classes/:id',
      state: 'with a correction that needs a reason',
      path: CLASS,
      sees: '更正签到记录，请写明原因。',
      open: (page) => page.getByRole('radio', { name: '缺席', exact: true }).first().check(),
    },
    {
      route: '/classes/:id',
      state: 'to cancel',
      path: CLASS,
      sees: '取消“政策法规专题培训”',
      open: (page) => press(page, '取消培训班'),
    },
  ]),
]
