import { table } from '../store/table.ts'
import { clock } from './clock.ts'
import { mailer } from './mail.ts'
import { workflows } from './workflows.ts'

/** What most steps and jobs need of their host. */
export const stepDeps = () => ({ table: table(), workflows: workflows(), clock: clock(), mailer: mailer() })
