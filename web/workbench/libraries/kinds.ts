/** The libraries, in the order of the articles about them (30, 28, 27). */
export const kinds = ['lecturer', 'course', 'institution'] as const
export type Kind = (typeof kinds)[number]

/** The library that an address names. */
export const kindOf = (text: string | null | undefined): Kind | undefined => kinds.find((one) => one === text)
