import type { Readings } from '../../shared/api/types.gen.ts'

/** The readings that are a choice: yes or no, or one of several words. */
type Choice = {
  [Name in keyof Readings]: Readings[Name] extends boolean | string ? Name : never
}[keyof Readings]

/** What may be chosen of each; the compiler asks for a new one. */
export const choices = {
  minimaHoldUnderEitherTotal: [true, false],
  inductionDeemsYearOf: ['completion', 'hiring'],
  inductionCountsForTheYear: [true, false],
  makeUpRunsFrom: ['year_end', 'approval'],
  inductionDeemsWithin: ['limit', 'due'],
  failedInductionStands: [true, false],
  trainingBeforeHiring: ['induction_only', 'counts'],
  leadersExcepted: [true, false],
  annualAppliesBy: ['last_day', 'any_day'],
  transferAfterLimit: ['allow', 'review', 'refuse'],
  transferWithinWindow: ['allow', 'hold'],
} as const satisfies { readonly [Name in Choice]: readonly Readings[Name][] }

export const isChoice = (name: string): name is keyof typeof choices => name in choices

/** `name=2`: the third value of a reading. */
export const chosenReadings = (chosen: readonly string[]): Partial<Readings> =>
  Object.fromEntries(
    chosen.flatMap((one) => {
      const [name = '', nth = ''] = one.split('=')
      return isChoice(name) ? [[name, choices[name][Number(nth)]]] : []
    }),
  )

const nameOf = (chosen: string): string => chosen.split('=')[0] ?? ''

/** One value a reading: the one chosen last takes the place of the one before. */
export const oneOfEach = (chosen: readonly string[]): string[] =>
  chosen.filter((one, nth) => !chosen.slice(nth + 1).some((later) => nameOf(later) === nameOf(one)))
