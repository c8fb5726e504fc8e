/** The JSON forms that the outside sees. */
export { AssessmentJson, EligibilityRow } from './assessment-json.ts'
export { CreditJson, TrainingJson } from './credit-json.ts'
export { FactsJson } from './facts-json.ts'
