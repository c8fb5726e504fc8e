import { startBrowser, visit } from './browser.ts'
import { openAs } from './running.ts'
const U = 'http://127.0.0.1:4830'
const browser = await startBrowser()
const { page, faults } = await visit(browser, { viewport: { width: 1280, height: 900 } })
let clicks = 0
const click = async (name: RegExp | string, role: 'button' | 'link' | 'checkbox' = 'button') => { clicks += 1; await page.getByRole(role, { name }).first().click() }
await openAs(page, 'unit.second', `${U}/tasks`)
await page.getByRole('table').first().waitFor()
await page.waitForTimeout(1500)
await page.screenshot({ path: '/tmp/shots/desk-1280.png' })
console.log((await page.evaluate<string>('document.querySelector("main").innerText')).slice(0, 1800))
await page.setViewportSize({ width: 360, height: 780 })
await page.waitForTimeout(600)
await page.screenshot({ path: '/tmp/shots/desk-360.png' })
await page.setViewportSize({ width: 640, height: 450 })
await page.waitForTimeout(600)
await page.screenshot({ path: '/tmp/shots/desk-200pc.png' })
await page.setViewportSize({ width: 320, height: 256 })
await page.waitForTimeout(600)
console.log('sideways at 400%:', await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
await page.screenshot({ path: '/tmp/shots/desk-400pc.png' })
console.log(faults, clicks)
await browser.close()
