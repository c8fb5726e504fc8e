import { clock } from './clock.ts'
import { mailer } from './mail.ts'
import { table } from './table.ts'
import { workflows } from './workflows.ts'

/** What most steps and jobs need of their host. */
export const stepDeps = () => ({ table: table(), workflows: workflows(), clock: clock(), mailer: mailer() })
