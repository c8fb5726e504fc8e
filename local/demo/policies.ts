import type { Write } from '../../functions/platform/table.ts'
import { markReplaced, newPolicy, type Policy } from '../../functions/policies/policy.ts'
import { authorityId } from './organisations.ts'

const REGION = { id: authorityId('15'), name: '自治区人社厅' }
const made = { publishedBy: 'hr.region', publisher: REGION, bodyHash: '', readings: [], files: [] }

/** Examples: they say of themselves that the region has published nothing of the kind. */
const first: Policy = {
  ...made,
  ...{ id: 'demo-interpretation-2024', kind: 'interpretation', number: '演示〔2024〕1号' },
  title: '关于年度学时适用人员的解释（演示）',
  summary: '演示用的解释：年末在册的人员适用年度学时要求。',
  ...{
    articles: ['7'],
    inForceFrom: '2024-02-01',
    changed: '',
    publishedAt: '2024-01-29T09:00:00.000+08:00',
  },
}
const later: Policy = {
  ...made,
  ...{ id: 'demo-interpretation', kind: 'interpretation', number: '演示〔2025〕3号' },
  title: '关于年度学时适用人员的解释（演示，修订）',
  summary: '演示用的解释：年末在册的人员适用年度学时要求，年内离册的单独列出。',
  ...{ articles: ['7', '32'], inForceFrom: '2025-03-01', changed: '补充年内离册人员的处理。' },
  ...{ replacesId: first.id, publishedAt: '2025-02-20T09:00:00.000+08:00' },
}

/** What the demo's region has published: an interpretation in two versions, which sets no reading. */
export function* demoPolicies(): Generator<Write> {
  const [, text] = newPolicy(first, '年末在编在册的人员，适用当年度的学时要求。本文件为演示数据。')
  if (text !== undefined) yield text
  yield markReplaced(first, later)
  yield* newPolicy(
    later,
    '一、年末在编在册的人员，适用当年度的学时要求。\n二、年内离开的人员单独列出，不计入单位完成率。\n本文件为演示数据。',
  )
}
