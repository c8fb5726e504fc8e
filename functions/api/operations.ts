import type { Operation } from '../kit/operation.ts'
import { listCertificates, readCertificate, readCertificatePdf } from './certificates.ts'
import { completeEvidence, readEvidence, uploadEvidence } from './evidence.ts'
import { assess, health, openapi, verify } from './public.ts'
import { listRequests, readRequest, resubmitRequest, submitRequest, withdrawRequest } from './requests.ts'
import { me, readEligibility, readLedger } from './staff.ts'
import { decideTask, listTasks, readTask, remindTask } from './tasks.ts'

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
  'list-tasks': listTasks,
  'read-task': readTask,
  'decide-task': decideTask,
  'remind-task': remindTask,
  'read-ledger': readLedger,
  'read-eligibility': readEligibility,
  'list-certificates': listCertificates,
  'read-certificate': readCertificate,
  'read-certificate-pdf': readCertificatePdf,
}
