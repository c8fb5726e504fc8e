import type { Page } from 'playwright-core'
import type { Ground } from './ground.ts'

/** A page of the tour, in one of its states. */
export interface Stop {
  /** The page's path as the router has it. */
  readonly route: string
  /** What has been done on the page, where that is more than opening it. */
  readonly state?: string
  /** Who looks; nobody: a visitor. */
  readonly account?: string
  readonly path: string | ((ground: Ground) => string)
  /** What proves, in Chinese, that the page is there as it is meant. */
  readonly sees: string | RegExp
  /** Does on the page what leads to the state. */
  readonly open?: (page: Page, ground: Ground) => Promise<unknown>
  /** What the page's English must not hold: Chinese that it would say itself. */
  readonly neverInEnglish?: RegExp
}

/** Pages of an account, or of visitors; `more` is said of each. */
export const stopsOf = (
  account: string | undefined,
  stops: readonly Omit<Stop, 'account'>[],
  more: Partial<Stop> = {},
): Stop[] => stops.map((stop) => ({ ...stop, ...more, ...(account === undefined ? {} : { account }) }))

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()

export const fill = (page: Page, name: string | RegExp, value: string): Promise<void> =>
  page.getByRole('textbox', { name }).first().fill(value)

/** Chooses of a list that opens. */
export const choose = async (page: Page, name: string, option: string): Promise<void> => {
  const box = page.getByRole('combobox', { name, exact: true })
  await box.fill(option)
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click()
}

/** Fills a day in and leaves the field. */
export const setDay = async (page: Page, label: string, day: string): Promise<void> => {
  await page.getByLabel(label).first().fill(day)
  await page.keyboard.press('Tab')
}

/** From now on the API answers an address by a fault that has a number, or not at all. */
export const failing = (page: Page, address: string, how: 'fault' | 'network'): Promise<unknown> =>
  page.route(address, (route) =>
    how === 'network'
      ? route.abort()
      : route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({ instance: 'urn:training-platform:call:1234' }),
        }),
  )
