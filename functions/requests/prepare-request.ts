import { prepareClaim } from './prepare-claim.ts'
import { prepareDeemed } from './prepare-deemed.ts'
import { prepareDelay } from './prepare-delay.ts'
import { prepareJustified } from './prepare-justified.ts'
import { prepareObjection } from './prepare-objection.ts'
import { preparePostChange } from './prepare-post-change.ts'
import { prepareRecordChange } from './prepare-record-change.ts'
import type { Filing, JudgedOn } from './prepared.ts'
import type { Submission } from './submissions.ts'

/** Judges what people submit, each type by its own rules. */
export const prepareRequest = (deps: JudgedOn, body: Submission, filing: Filing) => {
  switch (body.type) {
    case 'recognition':
      return prepareClaim(deps, body, filing)
    case 'make_up_delay':
      return prepareDelay(deps, body, filing)
    case 'post_change':
      return preparePostChange(deps, body, filing)
    case 'deemed':
      return prepareDeemed(deps, body, filing)
    case 'record_change':
      return prepareRecordChange(deps, body, filing)
    case 'justified_reason':
      return prepareJustified(deps, body, filing)
    case 'objection':
      return prepareObjection(deps, body, filing)
  }
}
