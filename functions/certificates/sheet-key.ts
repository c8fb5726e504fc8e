/** Where a certificate's sheet stands in the object store: by its number, which says nothing of the person. */
export const sheetKey = (number: string): string => `certificates/${number}.pdf`
