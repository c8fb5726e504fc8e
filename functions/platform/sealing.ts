import type { RecordsHost } from './records-host.ts'
import { sealFromEnvironment } from './secret-seal.ts'

/** What Lambda gives an act that reads or writes what is sealed (`ledger:seal`), besides what any such act is given. */
export const sealing =
  <H extends RecordsHost>(host: () => H) =>
  (): H => {
    const given = host()
    return { ...given, table: { ...given.table, seals: sealFromEnvironment() } }
  }
