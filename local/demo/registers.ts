import type { Write } from '../../functions/platform/table.ts'
import { newProvider } from '../../functions/registers/provider.ts'
import { newRates } from '../../functions/registers/rate.ts'

const SINCE = '2024-01-25'
const act = {
  at: `${SINCE}T09:00:00.000+08:00`,
  by: 'hr.region',
  what: 'registered',
  reason: '演示数据',
}

/** Providers of online training that the demo's region lists (Art. 41); one of them until the end of 2025. */
const providers = [
  {
    id: 'provider-xuexi',
    name: '内蒙古自治区专业技术人员继续教育网',
    aliases: ['自治区继续教育网'],
    listedUntil: null,
  },
  { id: 'provider-ganbu', name: '内蒙古干部网络学院', aliases: [], listedUntil: null },
  {
    id: 'provider-shifan',
    name: '草原师训在线（演示）',
    aliases: ['草原师训在线'],
    listedUntil: '2025-12-31',
  },
] as const

/** The regulation gives no rates for the activities of Article 37: this table is an example and says so. */
const rates = {
  practice: { unit: 'day', hours: 4, capHours: 40 },
  conference: { unit: 'day', hours: 4, capHours: 24 },
  lecture: { unit: 'session', hours: 2, capHours: 20 },
  visit: { unit: 'day', hours: 4, capHours: 24 },
} as const

/** The region's registers as the demo begins with them. The readings are those of the edition: nothing is set. */
export function* demoRegisters(): Generator<Write> {
  for (const { aliases, ...provider } of providers)
    yield* newProvider({ ...provider, aliases: [...aliases], listedFrom: SINCE, version: 1 }, act)
  yield newRates({
    validFrom: SINCE,
    example: true,
    rates,
    at: act.at,
    by: act.by,
    reason: '示例折算标准，正式标准由自治区人事综合管理部门确定',
  })
}
