import { ANSWER, call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { REQUEST_SECONDS, waitAtStage } from '../human-step.ts'
import type { ComplaintStage } from './contract.ts'

const STANDS = 'See where the complaint stands' as const
const LATE = 'Remind the desk, and tell the one above' as const

/** A desk's time for a stage: it ends by an act of the desk, or when the time has passed. */
const waitFor = (stage: ComplaintStage, comment: string) =>
  waitAtStage({ comment, to: 'OpenComplaint', of: 'complaintId', stage, late: LATE, next: STANDS })

/** The states of `complaint`; `npm run workflows` writes them to `complaint.asl.json`. */
export const complaint = definition({
  Comment:
    'Art. 36: a complaint is accepted or passed on, inquired into, decided and reported back, each in its time. What was decided is in the table; the machine waits, and asks the table where the complaint stands.',
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: STANDS,
  States: {
    [STANDS]: call({
      comment: 'The stage by what is on record, and the time that its desk has left',
      to: 'ComplaintStands',
      payload: startedWith('complaintId'),
      output: ANSWER,
      next: 'What is waited for',
    }),
    'What is waited for': {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $states.input.stage = 'received' %}", Next: 'Accept it, or pass it on' },
        { Condition: "{% $states.input.stage = 'inquiry' %}", Next: 'Inquire into it' },
        { Condition: "{% $states.input.stage = 'found' %}", Next: 'Report back' },
      ],
      Default: 'It is over',
    },
    'Accept it, or pass it on': waitFor(
      'received',
      'Art. 36: the desk above whom it is about accepts it, or passes it on with a reason, in five working days [R]',
    ),
    'Inquire into it': waitFor(
      'inquiry',
      'Art. 36: sixty days [R] to find out, extended once with a reason; never longer than sixty days in one wait',
    ),
    'Report back': waitFor('found', 'Art. 36: what was found, and done about it, is told to the complainant'),
    [LATE]: call({
      comment: 'The time has passed: the desk is reminded, and the one above sees it and may take it over',
      to: 'ComplaintLate',
      payload: { ...startedWith('complaintId'), stage: '{% $states.input.stage %}' },
      next: STANDS,
    }),
    'It is over': { Type: 'Succeed' },
  },
})
