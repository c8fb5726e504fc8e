import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  answerClassEnrolment,
  attendClass,
  cancelTrainingClass,
  changeTrainingClass,
  closeTrainingClass,
  enrolInClass,
  evaluateTrainingClass,
  listClasses,
  postClassNotice,
  readClass,
  readClassDesk,
  readClassEvaluation,
  readClassFile,
  readClassPart,
  readSessionCode,
  readTaughtClasses,
  recordClassAttendance,
} from './api.ts'
import { listUntrained } from './untrained-api.ts'

/** A class from enrolment to its claim. The key of the seal signs the codes of sessions, too. */
export const classes = {
  name: 'classes',
  entry: 'functions/classes/classes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /classes': listClasses,
      'GET /classes/{id}': readClass,
      'GET /classes/{id}/desk': readClassDesk,
      'GET /classes/{id}/code': readSessionCode,
      'POST /classes/{id}/enrolments': enrolInClass,
      'POST /classes/{id}/answers': answerClassEnrolment,
      'POST /classes/{id}/attendances': attendClass,
      'POST /classes/{id}/lists': recordClassAttendance,
      'POST /classes/{id}/cancellation': cancelTrainingClass,
      'POST /classes/{id}/notices': postClassNotice,
      'POST /classes/{id}/changes': changeTrainingClass,
      'POST /classes/{id}/evaluations': evaluateTrainingClass,
      'GET /classes/{id}/evaluation': readClassEvaluation,
      'POST /classes/{id}/closing': closeTrainingClass,
      'GET /library-entries/{id}/classes': readTaughtClasses,
      'GET /requests/{id}/class': readClassPart,
      'GET /organisations/{id}/untrained': listUntrained,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:feed-batch', 'mail:send'],
  memory: 1024,
  timeout: 29,
} as const satisfies Lambda

/** The files of a class's notices. They alone need the object store. */
export const classFiles = {
  name: 'class-files',
  entry: 'functions/classes/files.ts',
  work: { kind: 'routes', access: 'session', routes: { 'GET /classes/{id}/files/{file}': readClassFile } },
  grants: [...reads, 'objects:read'],
  memory: 1024,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [classes, classFiles]
