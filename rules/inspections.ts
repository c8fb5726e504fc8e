/**
 * Samples of recognised hours, and what follows (Art. 8, 35). The articles ask for checks and for rectification and give
 * no figure: each of these is a reading **[R]**.
 */
export const inspectionTerms = {
  article: '35',
  /** Working days in which an institution or a person shows proof **[R]**. */
  proofWorkingDays: 10,
  /** Working days of notice before hours are suspended that nobody has proved **[R]**. */
  noticeWorkingDays: 5,
  /** Working days in which the authority looks at an answer **[R]**. */
  checkWorkingDays: 10,
  /** The longest time that a rectification or an order may be given, in days: no wait is longer **[R]**. */
  longestDays: 90,
  /** Working days in which a person is heard about a violation (Art. 32) **[R]**. */
  hearingWorkingDays: 10,
  /** The longest time for which a violation stays on record, in years **[R]**. */
  violationYears: 3,
  /** Online hours a day that are possible, and unlikely, in tenths. */
  likelyTenthsADay: 80,
  /** Trainings of a desk from which on it can be said what is usual there **[R]**. */
  usualFrom: 8,
} as const

/** The quartile of numbers in ascending order, between its neighbours. */
const quartile = (ascending: readonly number[], part: number): number => {
  const place = (ascending.length - 1) * part
  const [low, high] = [ascending[Math.floor(place)] ?? 0, ascending[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}

/**
 * The tenths of an hour above which a training stands out among those that one desk recognised: its upper quartile and
 * one and a half times the distance of the quartiles. Undefined where there are too few to say what is usual.
 */
export const outlierAbove = (tenths: readonly number[]): number | undefined => {
  if (tenths.length < inspectionTerms.usualFrom) return undefined
  const ascending = tenths.toSorted((a, b) => a - b)
  const [lower, upper] = [quartile(ascending, 0.25), quartile(ascending, 0.75)]
  return upper + 1.5 * (upper - lower)
}

/** Whether so many online tenths on so many days are unlikely (Art. 41). */
export const isUnlikelyADay = (tenths: number, days: number): boolean =>
  tenths > Math.max(1, days) * inspectionTerms.likelyTenthsADay

/** What is known of proof that was asked for. */
export interface Asked {
  readonly answered: boolean
  /** Until when the notice runs, `YYYY-MM-DD`; undefined: no notice was given. */
  readonly noticeUntil: string | undefined
}

/**
 * Whether hours may be suspended on a day (Art. 35): nobody has answered, notice was given, and its last day is over. They
 * count no more until they are lifted, and then as if they had never been suspended.
 */
export const maySuspend = ({ answered, noticeUntil }: Asked, today: string): boolean =>
  !answered && noticeUntil !== undefined && today > noticeUntil
