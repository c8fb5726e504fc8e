import { describe, expect, test } from 'vitest'
import type { Request } from '../../../web/shared/api/types.gen.ts'
import { objectableUntil } from '../../../web/workbench/requests/objecting.ts'
import { returned } from './sample-request.ts'

const decided = (act: string, at: string): Request['timeline'][number] =>
  ({ act, at }) as Request['timeline'][number]
const [line] = returned.lines
if (line === undefined) throw new Error('The sample has a line.')
const request = (more: Partial<Request>): Request => ({ ...returned, ...more })

describe('Art. 35: what was decided against a person may be objected to for 30 days', () => {
  const at = '2027-02-01T23:59:00.000+08:00'

  test('a refusal, from its day by the clocks of Shanghai', () => {
    const refused = request({ status: 'rejected', timeline: [decided('submit', at), decided('reject', at)] })
    expect(objectableUntil(refused)).toBe('2027-03-03')
  })

  test('fewer hours than claimed; as many as claimed are no reason', () => {
    const granted = (grantedHours: number) =>
      request({
        status: 'approved',
        lines: [{ ...line, status: 'approved', hours: 12, grantedHours }],
        timeline: [decided('approve', at), decided('credit', '2027-02-03T09:00:00.000+08:00')],
      })
    expect(objectableUntil(granted(11.9))).toBe('2027-03-03')
    expect(objectableUntil(granted(12))).toBeUndefined()
  })

  test('an objection is decided for good', () => {
    expect(
      objectableUntil(request({ type: 'objection', status: 'rejected', timeline: [decided('reject', at)] })),
    ).toBeUndefined()
  })
})
