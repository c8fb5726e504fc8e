import { call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { desk, ending, lateness, REQUEST_SECONDS } from '../human-step.ts'

/** The states of `record-change`; `npm run workflows` writes them to `record-change.asl.json`. */
export const recordChange = definition({
  Comment:
    'Art. 4, 9, 12, 18, 35: what exempts a person or bends a date is filed with a document and confirmed by the authority; in force from its own date.',
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: 'The authority confirms',
  States: {
    'The authority confirms': desk({
      comment:
        'Art. 35: a second pair of eyes, which sees what the change does to open and closed years before it decides',
      stage: 'authority',
      next: 'Enter the change',
    }),
    'Enter the change': call({
      comment: 'The register says it from its own date on; certificates and results follow',
      to: 'EnterRecordChange',
      payload: startedWith('requestId', 'line'),
    }),
    ...lateness('The authority confirms'),
    ...ending,
  },
})
