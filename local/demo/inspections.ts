import { type Matter, newInspection } from '../../functions/inspections/inspection.ts'
import type { Write } from '../../functions/platform/table.ts'
import { authorityId } from './organisations.ts'

const REGION = { id: authorityId('15'), name: '自治区人社厅' }
const CITY = { id: authorityId('1501'), name: '呼和浩特市人社局' }
const orderer = { id: 'hr.region', name: '乌云其木格' }

const closed: Matter = {
  ...{ id: 'demo-order', kind: 'order', authority: REGION, body: CITY },
  ...{ createdAt: '2026-04-07T09:00:00.000+08:00', createdBy: orderer },
  text: '清理本市超过期限的学时认定，并说明原因。',
  ...{ article: '38', status: 'closed', outcome: 'verified', dueOn: '2026-05-06', closedOn: '2026-05-08' },
  ...{ actedBefore: ['hr.city'], evidence: [], attempt: 1, entries: 0, version: 1 },
}

/** What the region has ordered of the city in the demo, and how that ended. */
export function* demoInspections(): Generator<Write> {
  yield* newInspection(closed, [
    {
      ...{ at: '2026-04-07T09:00:00.000+08:00', by: orderer.id, byName: orderer.name, act: 'ask' },
      text: closed.text,
    },
    {
      ...{ at: '2026-04-29T16:20:00.000+08:00', by: 'hr.city', byName: '阿拉坦·巴特尔', act: 'answer' },
      text: '十一件已全部办结，原因是春季人手不足，已安排替补人员。',
    },
    {
      ...{ at: '2026-05-08T10:10:00.000+08:00', by: orderer.id, byName: orderer.name, act: 'verify' },
      text: '抽看三件，均已办结。',
    },
  ])
}
