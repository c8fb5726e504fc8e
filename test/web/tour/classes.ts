import type { Page } from 'playwright-core'
import { as } from '../../acceptance/client.ts'
import { failing, fill, press, type Stop, stopsOf } from './stop.ts'

/** A class of the demonstration whose first day is the tour's. */
const CLASS = '/classes/demo-november'

/** What the screen of the class's first half-day shows now. */
const codeNow = async (): Promise<string> =>
  (await as('hr.city').get('/api/classes/demo-november/code?session=2026-11-02.morning.0')).body.code

/** Follows the address that the screen's picture holds. */
const scan = async (page: Page): Promise<void> => {
  await page.goto(`${new URL(page.url()).origin}${CLASS}/attend?code=${encodeURIComponent(await codeNow())}`)
}

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
  ...stopsOf('hr.city', [
    {
      route: '/classes/:id/sessions/:n/code',
      path: `${CLASS}/sessions/1/code`,
      sees: /^2026-11-02.morning.0~/,
    },
    {
      route: '/classes/:id/sessions/:n/code',
      state: 'on another day',
      path: '/classes/demo-autumn/sessions/1/code',
      sees: '签到码只在上课当天显示，下午的从 12:00 起。',
    },
    { route: '/classes/:id/sessions/:n/list', path: `${CLASS}/sessions/2/list`, sees: '签名' },
  ]),
  ...stopsOf('staff.li', [
    { route: '/classes/:id/attend', path: `${CLASS}/attend`, sees: '现场签到' },
    {
      route: '/classes/:id/attend',
      state: 'with a code that is over',
      path: `${CLASS}/attend`,
      sees: '签到码已过时，没有记录',
      async open(page) {
        await fill(page, '签到码', '2026-11-02.afternoon.0~x~y')
        await press(page, '签到')
      },
    },
    {
      route: '/classes/:id/attend',
      state: 'kept without a network',
      path: `${CLASS}/attend`,
      sees: '签到码已保存在本机，还没有发出',
      async open(page) {
        await scan(page)
        await failing(page, '**/api/classes/*/attendances', 'network')
        await press(page, '签到')
      },
    },
    {
      route: '/classes/:id/attend',
      state: 'kept, and sent once there is a network',
      path: `${CLASS}/attend`,
      sees: '签到成功，计入出勤',
      async open(page) {
        await scan(page)
        await failing(page, '**/api/classes/*/attendances', 'network')
        await press(page, '签到')
        await page.getByText('签到码已保存在本机，还没有发出').waitFor()
        await page.unroute('**/api/classes/*/attendances')
        await page.evaluate("window.dispatchEvent(new Event('online'))")
      },
    },
  ]),
]
