import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { succeed } from '../platform/refusals.ts'
import { problemBody } from '../platform/reply.ts'
import { sealing } from '../platform/sealing.ts'
import { checkEligibility } from './check-eligibility.ts'
import { correctEntry } from './correct-entry.ts'
import { ledgerWrites } from './functions.ts'
import { viewEntry } from './read-entries.ts'
import { recordJustified } from './record-justified.ts'

export const handler = serve(ledgerWrites, sealing(actingHost), {
  'POST /staff/{id}/corrections': async ({ host, params, body, key, actor }) => {
    const corrected = await correctEntry(host)(params.id, body, key, actor)
    return corrected.ok ? succeed(viewEntry(corrected.value, new Map([[actor.id, actor.name]]))) : corrected
  },
  'POST /staff/{id}/justified': async ({ host, params, body, actor }) => {
    const recorded = await recordJustified(host)(params.id, body, actor)
    return recorded.ok ? succeed(viewEntry(recorded.value, new Map([[actor.id, actor.name]]))) : recorded
  },
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
