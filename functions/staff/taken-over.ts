import type { Subject } from '../platform/terms.ts'
import { factsInForce } from './facts-in-force.ts'
import type { LedgerCredit, LedgerEntry } from './ledger.ts'

const yearOf = ({ from }: LedgerCredit): number => Number(from.slice(0, 4))

const creditsTakenOver = (entries: readonly LedgerEntry[]): LedgerCredit[] =>
  factsInForce(entries).flatMap((fact) =>
    fact.kind === 'credit' && fact.credit.takenOver !== undefined ? [fact.credit] : [],
  )

/** The hours of a year's subject that were taken over from an earlier platform, while they hold; undefined: none were. */
export const takenOverIn = (
  entries: readonly LedgerEntry[],
  year: number,
  subject: Subject,
): LedgerCredit | undefined =>
  creditsTakenOver(entries).find((credit) => credit.subject === subject && yearOf(credit) === year)

/** Obligations that an earlier platform certified: the year's certificate, by its number there. */
export const certifiedBefore = (
  entries: readonly LedgerEntry[],
): { readonly obligation: string; readonly number: string }[] =>
  creditsTakenOver(entries).flatMap((credit) =>
    credit.takenOver?.certificateNo === undefined
      ? []
      : [{ obligation: `annual:${yearOf(credit)}`, number: credit.takenOver.certificateNo }],
  )
