import { expect, test } from 'vitest'
import { RecognitionRequest } from '../../functions/requests/request.ts'
import { summarise } from '../../functions/requests/view-request.ts'

type Status = 'in_review' | 'approved' | 'rejected'

const claim = (status: Status, ...lines: Status[]) =>
  RecognitionRequest.parse({
    ...{
      id: 'r',
      type: 'recognition',
      status,
      round: 1,
      version: 1,
      institutionId: 'i',
      staffId: 'staff.li',
    },
    ...{ title: '培训', submittedBy: 'staff.li', submittedAt: '2026-06-01T09:00:00.000+08:00' },
    ...{ evidence: [], fingerprints: [], bodyHash: '', acts: [] },
    lines: lines.map((of) => ({
      ...{
        status: of,
        round: 1,
        awaiting: false,
        subject: 'public',
        category: 'in_service',
        mode: 'offline',
        activity: false,
      },
      ...{ from: '2026-05-11', to: '2026-05-15', halfDays: 10, claimedTenths: 400 },
    })),
  })

test('an approved request of which a line was refused says so; no other speaks of parts', () => {
  expect(summarise(claim('approved', 'rejected', 'approved'))).toMatchObject({ partly: true })
  expect(summarise(claim('approved', 'approved', 'approved'))).not.toHaveProperty('partly')
  expect(summarise(claim('rejected', 'rejected', 'rejected'))).not.toHaveProperty('partly')
  expect(summarise(claim('in_review', 'rejected', 'in_review'))).not.toHaveProperty('partly')
})
