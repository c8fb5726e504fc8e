/**
 * Where a certificate's sheet stands in the object store: by its number, which says nothing of the person. The second
 * form of the sheet carries the certificate's proof; one that was drawn before is drawn anew when it is asked for.
 */
export const sheetKey = (number: string): string => `certificates/${number}.2.pdf`
