import { loansToForm3 } from '../organisations/form-3.ts'
import { recordsToForm6 } from '../organisations/form-6.ts'
import { TABLE_FORM, type Walk } from '../platform/walk.ts'
import { toForm2 } from '../requests/form-2.ts'
import { requestsToForm6 } from '../requests/form-6.ts'
import { standingsToForm3 } from '../staff/form-3.ts'
import { sealsToForm4 } from '../staff/form-4.ts'
import { personsToForm6 } from '../staff/form-6.ts'
import { standingsToForm7 } from '../staff/form-7.ts'
import { numbersToForm5 } from '../staff/staff-number.ts'

/** The first form whose standings are sealed: from it on, one without a seal is broken. */
export const SEALED_FORM = 4

/**
 * The table's stored form, and the steps that bring items of earlier forms to it. A change of stored form
 * adds its steps here under the next number, and a table of the form before to the fixtures of the tests.
 */
export const currentForm: Walk = {
  form: TABLE_FORM,
  steps: [
    ...toForm2,
    ...loansToForm3,
    ...standingsToForm3,
    ...sealsToForm4,
    ...numbersToForm5,
    ...requestsToForm6,
    ...recordsToForm6,
    ...personsToForm6,
    ...standingsToForm7,
  ],
}
