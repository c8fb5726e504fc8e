import { type Edition, edition2024, type Readings } from './edition.ts'

/** The edition with other readings: the figures of the text stay what they are. */
export const editionWith = (readings: Readings, edition: Edition = edition2024): Edition => ({
  ...edition,
  readings,
})
