import { expect, test } from 'vitest'
import { drawnText } from '../../../web/workbench/inspections/drawn-text.ts'

const asked = { bySign: 5, byLot: 5 }

test('a draw of fewer than were asked for says why, with numbers', () => {
  expect(drawnText({ ...asked, counts: null }, 'zh')).toBeNull()
  expect(drawnText({ ...asked, counts: { withSigns: 9, bySign: 5, byLot: 5 } }, 'zh')).toBe(
    '按线索 5，随机 5。',
  )
  expect(drawnText({ ...asked, counts: { withSigns: 4, bySign: 4, byLot: 5 } }, 'zh')).toContain(
    '按线索少抽 1 条：名单里有线索的只有 4 条。',
  )
  expect(drawnText({ ...asked, counts: { withSigns: null, bySign: 4, byLot: 2 } }, 'en')).toBe(
    '4 by signs, 2 by lot. 1 fewer by signs: not enough of the frame have one. 3 fewer by lot: all others of the frame were drawn.',
  )
})
