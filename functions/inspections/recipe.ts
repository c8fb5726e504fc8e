import { inspectionTerms } from '../../rules/inspections.ts'
import { recipeWith } from './words.ts'

/** How anybody redraws a sample by hand, with the figures of the rules. */
export const recipe = recipeWith(inspectionTerms.likelyTenthsADay / 10, inspectionTerms.usualFrom)
