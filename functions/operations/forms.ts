import type { Walk } from '../platform/walk.ts'
import { toForm2 } from '../requests/form-2.ts'
import { toForm3 } from '../staff/form-3.ts'

/** The first form whose standings are sealed: from it on, one without a seal is broken. */
export const SEALED_FORM = 3

/**
 * The stored form of the table as a whole, and every step by which items of earlier forms come to it. A change of
 * stored form adds its steps here, with the next number, and a table of the form before as a fixture of the tests.
 */
export const currentForm: Walk = { form: 3, steps: [...toForm2, ...toForm3] }
