import { expect, test } from 'vitest'
import { changesToName } from '../../../web/workbench/requests/changes-to-name.ts'

const change = (id: string) => ({ id, kind: 'duties' as const, effectiveOn: '2026-03-01' })
const recorded = (id: string, dropped: boolean, mayTakeOver: boolean) => ({
  ...change(id),
  ...{ toPostType: null, dropped, mayTakeOver },
})

test('Art. 45: a claim may name a change whose filing was refused, and none that was withdrawn', () => {
  const names = changesToName(
    [change('counts'), change('named')],
    [
      recorded('counts', false, false),
      recorded('named', true, true),
      recorded('refused', true, true),
      recorded('withdrawn', true, false),
    ],
  )
  expect(names.map(({ id, isRefused }) => [id, isRefused])).toEqual([
    ['counts', false],
    ['named', true],
    ['refused', true],
  ])
})
