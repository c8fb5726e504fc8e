import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { problemBody } from '../platform/reply.ts'
import { sealing } from '../platform/sealing.ts'
import { checkEligibility } from './check-eligibility.ts'
import { eligibilityChecks } from './functions.ts'

export const handler = serve(eligibilityChecks, sealing(recordsHost), {
  'POST /eligibility/checks': async ({ host, body, actor, language }) => {
    const answers = await checkEligibility(host)(body.checks, actor, language)
    return succeed({
      items: answers.map(({ staffId, business, outcome }) => ({
        staffId: staffId ?? null,
        business,
        eligibility: outcome.ok ? outcome.value : null,
        problem: outcome.ok ? null : problemBody(outcome, language),
      })),
    })
  },
})
