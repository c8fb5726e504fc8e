import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { sealing } from '../platform/sealing.ts'
import { shown } from '../staff/look.ts'
import { ledgerReads } from './functions.ts'
import { readEligibility } from './read-eligibility.ts'
import { readHistory } from './read-entries.ts'
import { readLedger } from './read-ledger.ts'
import { readTrainingArchive } from './training-archive.ts'

export const handler = serve(ledgerReads, sealing(recordsHost), {
  'GET /staff/{id}/ledger': async ({ host, params, query, language, actor }) =>
    shown(host, actor, params.id, 'ledger', await readLedger(host)(params.id, query, actor, language)),
  'GET /staff/{id}/entries': async ({ host, params, actor }) =>
    shown(host, actor, params.id, 'entries', await readHistory(host.table)(params.id, actor)),
  'GET /staff/{id}/trainings': async ({ host, params, actor }) =>
    shown(host, actor, params.id, 'trainings', await readTrainingArchive(host.table)(params.id, actor)),
  'GET /staff/{id}/eligibility': async ({ host, params, query, language, actor }) =>
    shown(
      host,
      actor,
      params.id,
      'eligibility',
      await readEligibility(host)(params.id, query, actor, language),
    ),
})
