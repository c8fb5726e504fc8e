/** Whether a plan of a year was filed late, on a day: it is filed by the end of March (Art. 8) **[R]**. */
export const isPlanLate = (year: number, filedOn: string): boolean => filedOn > `${year}-03-31`
