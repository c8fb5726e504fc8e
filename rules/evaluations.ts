/** How participants evaluate a class; the articles give no figure: each of these is a reading **[R]**. */
export const evaluationTerms = {
  /** Days after its closing in which a class is evaluated; its figures are shown afterwards, all at once **[R]**. */
  openDays: 14,
  /** Fewer answers than these are shown to nobody **[R]**. */
  leastAnswers: 5,
} as const
