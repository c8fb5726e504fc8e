/** The numbers of the regulation's 49 articles, to choose from. */
export const articleNumbers = Array.from({ length: 49 }, (_, nth) => String(nth + 1))
