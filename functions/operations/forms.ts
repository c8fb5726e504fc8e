import { loansToForm3 } from '../organisations/form-3.ts'
import { TABLE_FORM, type Walk } from '../platform/walk.ts'
import { toForm2 } from '../requests/form-2.ts'
import { standingsToForm3 } from '../staff/form-3.ts'

/**
 * The stored form of the table as a whole, and every step by which items of earlier forms come to it. A change of
 * stored form adds its steps here, with the next number, and a table of the form before as a fixture of the tests.
 */
export const currentForm: Walk = {
  form: TABLE_FORM,
  steps: [...toForm2, ...loansToForm3, ...standingsToForm3],
}
