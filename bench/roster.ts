/**
 * What the list of a class of many costs, with the real acts and database: its preview, its filing, and the hours of all
 * in their ledgers. Calls and write units are exact; seconds are of the processor that this process used, and by the
 * clock, in which DynamoDB Local has its part.
 * Run: `node bench/roster.ts --people 2000`.
 */
import { parseArgs } from 'node:util'
import { importRoster } from '../functions/imports/file-roster.ts'
import { newOrganisation } from '../functions/organisations/organisation.ts'
import { creditRoster } from '../functions/outcomes/credit-roster.ts'
import { mapConcurrently } from '../functions/platform/map-concurrently.ts'
import { write } from '../functions/platform/table.ts'
import { putEvidence } from '../functions/requests/evidence.ts'
import { settling } from '../functions/settlement/settling.ts'
import { registerPerson } from '../functions/staff/person-change.ts'
import { startDatabase } from '../local/database.ts'
import { openBenchTable } from './bench-table.ts'
import { countCapacity, countedSoFar, resetCapacity } from './capacity.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '2000' } } })
const people = Number(values.people)

const HOME = 'school'
const registrar = {
  id: 'unit.admin',
  name: '登记人',
  email: 'unit@demo.example',
  roles: [{ role: 'institution' as const, organisationId: HOME, head: false }],
}
const training = {
  title: '青年教师集中培训',
  provider: '市教师进修学院',
  subject: 'professional',
  category: 'in_service',
  trainingMode: 'offline',
  from: '2026-05-11',
  to: '2026-05-15',
  halfDays: '10',
  evidence: 'e1',
}
class NotFiled extends Error {
  override name = 'NotFiled'
}

const database = await startDatabase()
const table = await openBenchTable(database)
await write(table, [
  newOrganisation({
    id: HOME,
    name: '中学',
    kind: 'institution',
    level: 'city',
    authorityId: 'authority',
    overseers: ['authority'],
  }),
  newOrganisation({ id: 'authority', name: '市人社局', kind: 'authority', level: 'city', overseers: [] }),
  putEvidence({
    id: 'e1',
    sha256: 'a'.repeat(64),
    size: 1,
    type: 'application/pdf',
    uploadedBy: registrar.id,
    uploadedAt: '2026-06-01T09:00:00.000+08:00',
    objectKey: 'evidence/e1',
    state: 'kept',
  }),
])
await mapConcurrently(Array.from({ length: people }).keys(), 16, (nth) =>
  write(
    table,
    registerPerson(
      {
        id: `person-${nth}`,
        name: '名',
        staffNo: `N${nth}`,
        institutionId: HOME,
        postType: 'professional',
        leader: false,
        onRegister: true,
        hiredOn: '2019-08-01',
        highLevelTalent: false,
        terms: [],
        postChanges: [],
        version: 1,
      },
      { at: '2026-01-01T09:00:00.000+08:00', by: 'bench', reason: 'x' },
    ),
  ),
)
const units = countCapacity(table, await openBenchTable(database))
const host = settling({
  table,
  clock: { now: () => Date.parse('2026-06-15T09:00:00+08:00') },
  publicUrl: 'http://127.0.0.1',
  mailer: { send: async () => undefined },
  workflows: {
    start: async () => undefined,
    succeed: async () => 'taken' as const,
    fail: async () => 'taken' as const,
  },
})
const rows = Array.from({ length: people }, (_, nth) => `N${nth}`).join('\n')
const list = (mode: 'preview' | 'apply') =>
  importRoster(host)(
    { bytes: new TextEncoder().encode(`工号\n${rows}\n`), mode, partial: false },
    training,
    registrar,
    'zh',
  )

/** What an act costs, in all and for each participant. */
const measured = async <T>(act: () => Promise<T>) => {
  resetCapacity(units)
  const [begun, before] = [performance.now(), process.cpuUsage()]
  const result = await act()
  const { user, system } = process.cpuUsage(before)
  const { writeInAll, read, readOfNothing } = countedSoFar(units)
  const figures = {
    seconds: Math.round(performance.now() - begun) / 1000,
    processorSeconds: Math.round((user + system) / 1000) / 1000,
    calls: units.calls.length,
    writeUnitsEach: writeInAll / people,
    readUnitsEach: (read + readOfNothing) / people,
  }
  return { result, figures }
}
const preview = await measured(() => list('preview'))
const filing = await measured(() => list('apply'))
const request = filing.result.ok ? filing.result.value.request?.id : undefined
if (request === undefined) throw new NotFiled(JSON.stringify(filing.result).slice(0, 500))
const crediting = await measured(() => creditRoster(host)(request))
const again = await measured(() => creditRoster(host)(request))
console.log(
  JSON.stringify(
    {
      people,
      preview: preview.figures,
      filing: filing.figures,
      crediting: crediting.figures,
      creditingAgain: again.figures,
    },
    undefined,
    1,
  ),
)
await database.stop()
