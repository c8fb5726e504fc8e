import { ANSWER, call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { REQUEST_SECONDS, waitAtStage } from '../human-step.ts'

const STANDS = 'See where the inspection stands' as const
const LATE = 'Give notice, remind, or suspend' as const

/** The states of `inspection`; `npm run workflows` writes them to `inspection.asl.json`. */
export const inspection = definition({
  Comment:
    'Art. 8, 32, 35: hours are drawn, proof is asked for and looked at; an order is answered and verified; a person is heard. What was decided is in the table; the machine waits, and asks the table where the matter stands.',
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: STANDS,
  States: {
    [STANDS]: call({
      comment: 'The stage by what is on record, and the time that is left',
      to: 'InspectionStands',
      payload: startedWith('inspectionId'),
      output: ANSWER,
      next: 'What is waited for',
    }),
    'What is waited for': {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $states.input.stage = 'gather' %}", Next: 'Gather a part of the frame' },
        { Condition: "{% $states.input.stage = 'answer' %}", Next: 'Whoever was asked answers' },
        { Condition: "{% $states.input.stage = 'check' %}", Next: 'The authority looks at it' },
      ],
      Default: 'It is over',
    },
    'Gather a part of the frame': call({
      comment: 'Some hundred persons at a time; once the frame is whole, the seed draws from it (Art. 35)',
      to: 'GatherFrame',
      payload: startedWith('inspectionId'),
      next: STANDS,
    }),
    'Whoever was asked answers': waitAtStage({
      comment:
        'Art. 35: proof, a rectification or an answer by its day, never longer than 90 days in one wait',
      to: 'OpenInspection',
      of: 'inspectionId',
      stage: 'answer',
      late: LATE,
      next: STANDS,
    }),
    'The authority looks at it': waitAtStage({
      comment: 'Art. 35: somebody who did not act in it says what it comes to',
      to: 'OpenInspection',
      of: 'inspectionId',
      stage: 'check',
      late: LATE,
      next: STANDS,
    }),
    [LATE]: call({
      comment:
        'Its day has passed: notice is given, and hours that nobody proves by the end of the notice are suspended; a desk is reminded (Art. 35)',
      to: 'InspectionLate',
      payload: { ...startedWith('inspectionId'), stage: '{% $states.input.stage %}' },
      next: STANDS,
    }),
    'It is over': { Type: 'Succeed' },
  },
})
