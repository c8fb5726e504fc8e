import { rowItem } from '../../functions/feeds/feed-row.ts'
import { REGION_DESK } from '../../functions/feeds/judge-record.ts'
import type { Item } from '../../functions/platform/table.ts'
import { authorityId, QINGCHENG } from './organisations.ts'

const delivered = {
  providerId: 'provider-xuexi',
  course: '信息化教学能力提升',
  subject: 'professional',
  passed: true,
  hash: 'demo',
  state: 'held',
  receivedAt: '2026-03-09T08:12:00.000+08:00',
  version: 1,
} as const

/** What the demo's provider delivered and somebody must look at (Art. 41): of nobody known, and with unlikely hours. */
export const demoFeeds = (): readonly Item[] => [
  rowItem({
    ...delivered,
    recordNo: 'XX-2026-000117',
    staffNo: 'QC-0117',
    name: '王建国',
    from: '2026-03-02',
    to: '2026-03-06',
    tenths: 120,
    code: 'PERSON_UNKNOWN',
    heldAt: REGION_DESK,
  }),
  rowItem({
    ...delivered,
    recordNo: 'XX-2026-000118',
    staffNo: 'staff.wang',
    name: '王建军',
    from: '2026-03-07',
    to: '2026-03-08',
    tenths: 200,
    code: 'UNLIKELY_HOURS',
    article: '41',
    staffId: 'staff.wang',
    institutionId: QINGCHENG,
    heldAt: authorityId('1501'),
  }),
]
