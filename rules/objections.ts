/** The time of objections (Art. 7, 35): the articles give none, it is a reading **[R]**. */
export const objectionTerms = {
  article: '35',
  /** Days after a decision in which it may be objected to, the last day included **[R]**. */
  days: 30,
} as const
