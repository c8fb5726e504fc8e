import type { ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import { UnreadViolations } from '../../../web/task/violations.tsx'
import { Violations } from '../../../web/workbench/person/violations.tsx'
import { Subscription } from '../../../web/workbench/policies/subscription.tsx'
import { OrganisationMove } from '../../../web/workbench/registers/organisation-move.tsx'
import { answered, drawn, failed } from './drawn.tsx'

describe('what could not be read does not look like nothing', () => {
  const shown = async (page: ReactElement, key: readonly unknown[], status = 0) => {
    const client = answered()
    await failed(client, key, status)
    return drawn(page, client)
  }

  test('Art. 32: an approver is told that violations were not read, and what to do', () => {
    expect(drawn(<UnreadViolations />)).toMatch(
      /role="alert"[^>]*>没有读到违规认定的记录，不表示没有。请刷新本页/,
    )
  })

  test.each([
    ['a subscription', <Subscription key="s" />, ['/policies/subscription'], '订阅邮件'],
    [
      'what a move does',
      <OrganisationMove key="m" id="o" links={{}} />,
      ['/organisations', 'o', 'move', {}],
      '保存后会变动的',
    ],
    [
      'the violations of a person',
      <Violations key="v" staffId="s1" />,
      ['/staff/violations', 's1'],
      '违规认定（第32条）',
    ],
  ])('%s', async (_, page, key, what) => {
    expect(await shown(page, key)).toMatch(new RegExp(`没有读到“${what}”：网络不通[\\s\\S]*再试一次`))
  })

  test('what is refused while it is typed, or shown to others alone, is no fault', async () => {
    expect(
      await shown(<OrganisationMove id="o" links={{}} />, ['/organisations', 'o', 'move', {}], 422),
    ).toBe('')
    expect(await shown(<Violations staffId="s1" />, ['/staff/violations', 's1'], 404)).toBe('')
  })
})
