import type { Walk } from '../platform/walk.ts'
import { toForm2 } from '../requests/form-2.ts'

/**
 * The table's stored form, and the steps that bring items of earlier forms to it. A change of stored form
 * adds its steps here under the next number, and a table of the form before to the fixtures of the tests.
 */
export const currentForm: Walk = { form: 2, steps: [...toForm2] }
