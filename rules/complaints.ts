/**
 * The times of complaints (Art. 36). The article asks for inquiries without delay and gives no figure: each of these
 * is a reading **[R]** after the State's rules on letters and visits (信访工作条例), where 60 days count from acceptance.
 */
export const complaintTerms = {
  article: '36',
  /** Working days in which a desk accepts a complaint, or passes it on with a reason **[R]**. */
  acceptWorkingDays: 5,
  /** Days from acceptance to a finding **[R]**. */
  inquiryDays: 60,
  /** Days by which the inquiry is extended, once, with a reason **[R]**. */
  extensionDays: 30,
  /** Working days from the finding to the word to the complainant **[R]**. */
  reportWorkingDays: 5,
  /** Days after its end for which a complainant's identity is kept **[R]**. */
  identityDays: 730,
  /** Figures are published from so many closed complaints of a city and quarter on. */
  publishedFrom: 5,
} as const

/** The quarter of a date: `2026-11-30` lies in `2026-Q4`. */
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
