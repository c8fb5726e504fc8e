/**
 * The key of a certificate's sheet in the object store: by number, which says nothing of the person. `2` is
 * the sheet's second form, which carries the proof; a sheet of the first form is drawn anew on demand.
 */
export const sheetKey = (number: string): string => `certificates/${number}.2.pdf`
