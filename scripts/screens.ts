/**
 * Takes pictures of every main page into `docs/screens`, at two widths: `npm run screens`. On a system of its own,
 * with the demonstration's people, after a few requests have been made. Chinese is seen where the machine has a
 * Chinese font (on Debian: `apt-get install fonts-noto-cjk`).
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { freePort } from '../local/free-port.ts'
import { as, claim, online, publicWeek, until } from '../test/acceptance/client.ts'
import { startSystem } from '../test/system/start.ts'
import { startBrowser } from '../test/web/browser.ts'
import { openAs } from '../test/web/running.ts'

const FOLDER = resolve(import.meta.dirname, '../docs/screens')
const WIDTHS = [1280, 360] as const
/** Pictures of long pages end here. */
const MOST_PIXELS = 1600

/** What the pictures show: requests in several states, and who looks at what. */
const prepare = async () => {
  const li = as('staff.li')
  const registrar = as('unit.admin')
  let number = 17
  const file = async (title: string, lines: object[]) => {
    const evidence = (await li.upload()).body.id
    const said = {
      ...claim('staff.li', [evidence], lines),
      title,
      certificateNo: `青培〔2026〕${++number} 号`,
    }
    const { id } = (await li.submit(said)).body
    return { id: String(id), task: await registrar.task(id) }
  }
  const passed = await file('新课程标准公共科目集中培训', [publicWeek('2026-03-09', '2026-03-13')])
  await registrar.decide(passed.task, 'approve')
  const last = await as('hr.city').task(passed.id, 0)
  await as('hr.city').decide(last, 'approve')
  const returned = await file('信息技术应用能力提升', [online('2026-05-11', '2026-05-29', 24)])
  await registrar.decide(returned.task, 'return', { reason: '结业证书看不清编号，请上传清楚的扫描件。' })
  const open = await file('暑期教师专业能力研修', [
    { ...publicWeek('2026-07-13', '2026-07-17'), subject: 'professional' },
  ])
  await file('安全与应急管理讲座', [publicWeek('2026-08-03', '2026-08-04', 4)])
  const region = as('hr.region')
  await region.post('/api/years/2026/rehearsal')
  await until('the rehearsal', async () =>
    (await region.get('/api/years/2026/rehearsal')).body.status === 'done' ? true : undefined,
  )
  const [, certificate] = (await li.get('/api/certificates')).body.items
  const [execution] = (await as('operator').get(`/api/executions?request=${open.id}`)).body.items
  return { returned: returned.id, open, certificate, execution }
}

interface Picture {
  readonly name: string
  /** Nobody: a visitor. */
  readonly account?: string
  readonly path: string
  readonly language?: 'en'
}

const picturesOf = ({ returned, open, certificate, execution }: Awaited<ReturnType<typeof prepare>>) => {
  const by = (account: string, pages: Readonly<Record<string, string>>): Picture[] =>
    Object.entries(pages).map(([name, path]) => ({ name, account, path }))
  const pictures: Picture[] = [
    { name: 'start', path: '/' },
    { name: 'calculator', path: '/calculator' },
    { name: 'verify', path: `/verify/${certificate.verifyCode}` },
    ...by('staff.li', {
      home: '/my',
      ledger: '/ledger?year=2026',
      requests: '/requests',
      'claim-form': '/requests/new/recognition',
      'deemed-form': '/requests/new/deemed',
      'request-returned': `/request/${returned}`,
      'request-corrected': `/request/${returned}/edit`,
      certificates: '/certificates',
      certificate: `/certificate/${certificate.number}`,
    }),
    ...by('unit.admin', {
      desk: '/tasks',
      task: `/task/${open.task}`,
      delegations: '/delegations',
      persons: '/persons',
      person: '/persons/staff.li',
      trainings: '/persons/staff.li/trainings?year=2025',
      move: '/persons/staff.li/move',
      imports: '/imports',
    }),
    ...by('hr.region', {
      'year-rehearsal': '/year/2026/rehearsal',
      organisations: '/registers/organisations',
      providers: '/registers/providers',
      rates: '/registers/rates',
      parameters: '/registers/parameters',
    }),
    ...by('operator', {
      executions: '/executions',
      execution: `/executions/${execution.workflow}/${execution.name}`,
    }),
    { name: 'audit', account: 'auditor', path: '/audit?person=staff.li' },
    { name: 'home-english', account: 'staff.li', path: '/my', language: 'en' },
    { name: 'desk-english', account: 'unit.admin', path: '/tasks', language: 'en' },
  ]
  return pictures
}

/** Closes the year by moving the clock, because the year's pages are empty before. */
const closeYear = async (url: string): Promise<readonly Picture[]> => {
  await fetch(`${url}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: '2027-01-01T08:00:00+08:00' }),
  })
  const region = as('hr.region')
  await until('the close of the year', async () =>
    (await region.get('/api/years/2026')).body.status === 'closed' ? true : undefined,
  )
  return [
    { name: 'year', account: 'hr.region', path: '/year/2026' },
    { name: 'year-results', account: 'hr.region', path: '/year/2026/results' },
  ]
}

const take = async (browser: Browser, url: string, picture: Picture): Promise<void> => {
  const { name, account, path, language } = picture
  const context = await browser.newContext({
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  if (account === undefined) await page.goto(url + path)
  else await openAs(page, account, url + path)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await page.waitForLoadState('networkidle')
    const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
    await page.setViewportSize({ width, height: Math.min(whole, MOST_PIXELS) })
    await page.screenshot({ path: join(FOLDER, `${name}-${width}.png`) })
  }
  await context.close()
}

const directory = await mkdtemp(join(tmpdir(), 'training-platform-screens-'))
const [system, browser] = await Promise.all([
  startSystem({
    directory,
    port: await freePort(),
    arguments: ['--demo', 'small', '--now', '2026-11-02T09:00:00+08:00'],
  }),
  startBrowser(),
])
process.env.SYSTEM_URL = system.url
try {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const shown = async (pictures: readonly Picture[]) => {
    for (const picture of pictures) {
      await take(browser, system.url, picture)
      console.log(`docs/screens/${picture.name}-{${WIDTHS.join(',')}}.png`)
    }
  }
  await shown(picturesOf(await prepare()))
  await shown(await closeYear(system.url))
} finally {
  await browser.close()
  await system.stop()
  await rm(directory, { recursive: true, force: true })
}
