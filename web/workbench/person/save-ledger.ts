import { saveFile } from '../../shared/api/client.ts'

/** Saves a person's year as it goes into a file of paper: name, institution, day, and each training. */
export const saveLedger = (id: string, year: number): Promise<void> =>
  saveFile('/staff/{id}/ledger/sheet', { path: { id }, query: { year } }, `ledger-${year}.pdf`)
