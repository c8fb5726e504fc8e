/** The times of questions about the rules (Art. 8, 48). The articles give none: each is a reading **[R]**. */
export const questionTerms = {
  article: '8',
  /** Working days in which a desk answers **[R]**; passing it on buys no further ones. */
  answerWorkingDays: 5,
  /** Days after its end for which it is kept who asked **[R]**. */
  askerDays: 730,
} as const
