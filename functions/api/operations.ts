import { delegate, endDelegation, listDelegations } from '../organisations/delegations-api.ts'
import {
  changeOrganisation,
  changeSeat,
  listOrganisations,
  listSeats,
  readOrganisation,
  registerOrganisation,
} from '../organisations/organisations-api.ts'
import type { Operation } from '../platform/operation.ts'
import {
  changeProvider,
  listProviders,
  listRates,
  readParameters,
  registerProvider,
  setParameters,
  setRates,
} from '../registers/api.ts'
import { searchAudit } from './audit.ts'
import { listCertificates, readCertificate, readCertificatePdf, revokeCertificate } from './certificates.ts'
import { completeEvidence, readEvidence, uploadEvidence } from './evidence.ts'
import {
  countExecutions,
  listExecutionEvents,
  listExecutions,
  readExecution,
  redriveExecution,
} from './executions.ts'
import { importFile, readImportTemplate } from './imports.ts'
import { listMails, resendMail } from './mails.ts'
import {
  changePerson,
  listPersonChanges,
  listPersons,
  listReleased,
  readPerson,
  registerPerson,
} from './persons.ts'
import { assess, health, openapi, verify } from './public.ts'
import { listRequests, readRequest, resubmitRequest, submitRequest, withdrawRequest } from './requests.ts'
import {
  correctEntry,
  me,
  readEligibility,
  readEntries,
  readLedger,
  readTrainingArchive,
  recordJustified,
} from './staff.ts'
import { approveTasks, decideTask, listTasks, readTask, reassignTask, remindTask } from './tasks.ts'
import {
  exportResults,
  listResults,
  listYearOrganisations,
  readRehearsal,
  readYear,
  redriveClose,
  startClose,
  startRehearsal,
} from './years.ts'

/** What every route takes and gives, by the name of its function in the catalog. */
export const operations: Readonly<Record<string, Operation>> = {
  health,
  openapi,
  assess,
  verify,
  me,
  'upload-evidence': uploadEvidence,
  'complete-evidence': completeEvidence,
  'read-evidence': readEvidence,
  'submit-request': submitRequest,
  'list-requests': listRequests,
  'read-request': readRequest,
  'withdraw-request': withdrawRequest,
  'resubmit-request': resubmitRequest,
  'list-executions': listExecutions,
  'count-executions': countExecutions,
  'read-execution': readExecution,
  'list-execution-events': listExecutionEvents,
  'redrive-execution': redriveExecution,
  'list-mails': listMails,
  'resend-mail': resendMail,
  'search-audit': searchAudit,
  'list-tasks': listTasks,
  'read-task': readTask,
  'approve-tasks': approveTasks,
  'decide-task': decideTask,
  'remind-task': remindTask,
  'reassign-task': reassignTask,
  'list-delegations': listDelegations,
  delegate,
  'end-delegation': endDelegation,
  'read-ledger': readLedger,
  'read-entries': readEntries,
  'read-training-archive': readTrainingArchive,
  'read-eligibility': readEligibility,
  'correct-entry': correctEntry,
  'record-justified': recordJustified,
  'list-certificates': listCertificates,
  'read-certificate': readCertificate,
  'read-certificate-pdf': readCertificatePdf,
  'revoke-certificate': revokeCertificate,
  'list-persons': listPersons,
  'register-person': registerPerson,
  'read-person': readPerson,
  'change-person': changePerson,
  'list-person-changes': listPersonChanges,
  'list-organisations': listOrganisations,
  'register-organisation': registerOrganisation,
  'read-organisation': readOrganisation,
  'change-organisation': changeOrganisation,
  'list-released': listReleased,
  'list-seats': listSeats,
  'change-seat': changeSeat,
  'list-providers': listProviders,
  'register-provider': registerProvider,
  'change-provider': changeProvider,
  'list-rates': listRates,
  'set-rates': setRates,
  'read-parameters': readParameters,
  'set-parameters': setParameters,
  'import-file': importFile,
  'read-import-template': readImportTemplate,
  'read-year': readYear,
  'start-close': startClose,
  'start-rehearsal': startRehearsal,
  'redrive-close': redriveClose,
  'read-rehearsal': readRehearsal,
  'list-results': listResults,
  'list-year-organisations': listYearOrganisations,
  'export-results': exportResults,
}
