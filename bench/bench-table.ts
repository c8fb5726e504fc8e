import { sealWith } from '../functions/platform/seal.ts'
import type { Table } from '../functions/platform/table.ts'
import type { startDatabase } from '../local/database.ts'
import { openTable } from '../local/table.ts'

/** The seal of every benchmark's records: a key of no meaning, for tables that end with the run. */
export const benchSeal = sealWith(Buffer.alloc(32, 7))

/** A table of a benchmark, which can seal what it writes as the platform does. */
export const openBenchTable = (
  { endpoint }: Pick<Awaited<ReturnType<typeof startDatabase>>, 'endpoint'>,
  name = 'bench',
): Promise<Table> => openTable(endpoint, name, { seal: benchSeal })
