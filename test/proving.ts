import { appendFileSync } from 'node:fs'

/** How often a property is tried: as usual, or as many times more as `npm run proof -- --times N` asks for. */
export const times = (usual: number): number => usual * Number(process.env.PROOF_TIMES ?? 1)

/**
 * Tells `npm run proof` what a test has counted for a row of its table (`scripts/proof/rows.ts`); otherwise it says
 * nothing. To be called where everything that the figure stands for was held.
 */
export const prove = (row: number, figures: Readonly<Record<string, number>>): void => {
  const file = process.env.PROOF_FILE
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ row, figures })}\n`)
}
