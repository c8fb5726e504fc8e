import { expect, test } from 'vitest'
import { sentText } from '../../../web/workbench/requests/sent-text.ts'

test('Art. 21, 45: a filing that waits for its training says so, and until when; others say who has them', () => {
  const sent = { holder: null, tasks: [], status: 'in_review', holdUntil: null } as const
  const held = { ...sent, status: 'on_hold', holdUntil: '2026-06-16' } as const
  expect(sentText({ ...held, tasks: [] }, 'zh')).toMatch(/^等待完成转岗培训，最迟 2026.*第45条/)
  expect(sentText({ ...held, tasks: [] }, 'zh')).not.toContain('正在转给')
  expect(sentText({ ...sent, tasks: [] }, 'zh')).toContain('正在转给办理人')
})
