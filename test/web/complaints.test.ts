import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '../acceptance/client.ts'
import { visit } from './browser.ts'
import { openAs, type Running, startWeb } from './running.ts'

let running: Running
beforeAll(async () => {
  running = await startWeb()
})
afterAll(() => running?.stop())

describe('Art. 36: an anonymous complaint about a registrar, in the browser', () => {
  test('filed from the footer, inquired by the authority above, followed by code; the registrar finds nothing', async () => {
    const { page, faults, close } = await visit(running.browser)
    await page.goto(`${running.url}/calculator`)
    await page.getByRole('link', { name: '投诉举报', exact: true }).click()
    await page.getByRole('heading', { name: '投诉举报', exact: true }).waitFor()
    const text = page.getByLabel('事情经过')
    expect(await text.inputValue()).toContain('/calculator')
    // Found by a part of its name, two levels below what is offered at first.
    await page.getByRole('combobox').fill('青城实验')
    await page.locator('.ant-select-item-option').filter({ hasText: '青城实验中学' }).first().click()
    await page.getByText('已选：自治区人社厅 › 呼和浩特市人社局 › 青城实验中学').waitFor()
    await page.getByLabel('涉及的人员').fill('苏日娜')
    await text.fill('登记了没有上过的课。')
    await page.getByRole('button', { name: /^提\s?交$/ }).click()
    await page.getByRole('heading', { name: '已收到' }).waitFor({ timeout: 120_000 })
    const [code = '', key = ''] = await page.locator('.banner code').allInnerTexts()
    expect(code).toMatch(/^[0-9A-Z]{10}$/)

    const desk = await visit(running.browser)
    await openAs(desk.page, 'hr.city', `${running.url}/complaints/desk`)
    await desk.page.getByRole('link', { name: '青城实验中学' }).first().click()
    await desk.page.getByText('匿名，没有留下身份。').waitFor()
    const path = new URL(desk.page.url()).pathname
    for (const registrar of ['unit.admin', 'hr.region']) {
      const other = await visit(running.browser)
      await openAs(other.page, registrar, `${running.url}${path}`)
      await other.page
        .getByText(/没有找到|不存在|没有这/)
        .first()
        .waitFor()
      expect(await other.page.getByText('没有上过的课').count()).toBe(0)
      await other.close()
    }
    expect((await as('unit.admin').get(`/api${path.replace('/desk', '')}`)).status).toBe(404)
    const act = async (label: string, reason?: string) => {
      await desk.page.getByRole('button', { name: label, exact: true }).first().click()
      const step = desk.page.getByRole('region', { name: label })
      if (reason !== undefined)
        await step
          .getByLabel(/^(理由|查明的情况|记录内容|告知的内容|认定的事实和依据|办了什么|告诉投诉人的话)$/)
          .fill(reason)
      await step.getByRole('button', { name: label, exact: true }).click()
      await step.waitFor({ state: 'detached' })
    }
    await act('受理')
    await desk.page.getByText('调查核实中').waitFor()
    // Nothing is found before somebody has chosen what.
    await desk.page.getByRole('button', { name: '形成结论', exact: true }).click()
    await desk.page.getByText('请先选择结论。').waitFor()
    await desk.page.getByRole('combobox', { name: '结论', exact: true }).click()
    await desk.page
      .locator('.ant-select-item-option')
      .filter({ hasText: /^属实$/ })
      .click()
    await act('形成结论', '签到与课程不符')
    await act('反馈并办结', '反映属实，已更正。')
    await desk.page.getByText('已办结').first().waitFor()
    expect(desk.faults).toEqual([])
    await desk.close()

    // The key stays where it is shown once: the way on opens beside it.
    const [follow] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: '查看办理情况（另开一页）' }).click(),
    ])
    expect(await page.locator('.banner code').count()).toBe(2)
    await follow.getByLabel('查询码').fill(code.toLowerCase())
    await follow.getByLabel('密钥').fill(key)
    await follow.getByRole('button', { name: /^查\s?看$/ }).click()
    await follow.getByText('反映属实，已更正。').waitFor()
    expect(follow.url()).toBe(`${running.url}/complaints/follow`)
    expect(faults).toEqual([])
    await close()
  })
})
