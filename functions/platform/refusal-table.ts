import { accessRefusals } from './refusals/access.ts'
import { callsRefusals } from './refusals/calls.ts'
import { desksRefusals } from './refusals/desks.ts'
import { filesRefusals } from './refusals/files.ts'
import { oversightRefusals } from './refusals/oversight.ts'
import { personsRefusals } from './refusals/persons.ts'
import { recordRefusals } from './refusals/record.ts'
import { requestsRefusals } from './refusals/requests.ts'
import { trainingRefusals } from './refusals/training.ts'
import { yearRefusals } from './refusals/year.ts'

/**
 * Every refusal that the API may answer: its code is a promise, its title says what happened and what to do. How an act
 * refuses stands in `refusals.ts`; the texts stand by what they are about in `refusals/`.
 */
export const refusals = {
  ...callsRefusals,
  ...accessRefusals,
  ...filesRefusals,
  ...requestsRefusals,
  ...desksRefusals,
  ...personsRefusals,
  ...trainingRefusals,
  ...oversightRefusals,
  ...recordRefusals,
  ...yearRefusals,
}
