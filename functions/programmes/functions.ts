import { AcceptUnanswered } from '../../workflows/programme-filing/contract.ts'
import { EndLine } from '../../workflows/request-line.ts'
import {
  listLibrary,
  listLibraryReviews,
  listSubmittedEntries,
  readLibraryEntry,
  renewLibraryEntry,
  reviewLibraryEntry,
  setLibraryStanding,
  submitToLibrary,
} from '../libraries/api.ts'
import { listLecturers, proposeLecturer, removeLecturer, vetLecturer } from '../libraries/lecturers-api.ts'
import { type Lambda, reads, writes } from '../platform/lambda.ts'
import { fileProgramme, listOwnProgrammes, listProgrammes, readProgramme, refileProgramme } from './api.ts'
import { keepTrainingPlan, listProgrammeFigures, listTrainingPlans, readTrainingPlan } from './plans-api.ts'

/** The public lists: everybody reads them, without a session. */
export const openProgrammes = {
  name: 'programmes-open',
  entry: 'functions/programmes/open.ts',
  work: {
    kind: 'routes',
    access: 'open',
    routes: { 'GET /programmes': listProgrammes, 'GET /libraries/{kind}': listLibrary },
  },
  grants: reads,
} as const satisfies Lambda

export const programmeReads = {
  name: 'programme-reads',
  entry: 'functions/programmes/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /programmes/{id}': readProgramme,
      'GET /organisations/{id}/programmes': listOwnProgrammes,
      'GET /organisations/{id}/plans': readTrainingPlan,
      'GET /organisations/{id}/plans/filed': listTrainingPlans,
      'GET /organisations/{id}/programme-figures': listProgrammeFigures,
      'GET /organisations/{id}/library-entries': listSubmittedEntries,
      'GET /library-entries/{id}': readLibraryEntry,
      'GET /library-reviews': listLibraryReviews,
      'GET /lecturers': listLecturers,
    },
  },
  grants: reads,
} as const satisfies Lambda

export const programmeWrites = {
  name: 'programme-writes',
  entry: 'functions/programmes/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /programmes': fileProgramme,
      'POST /programmes/{id}/resubmission': refileProgramme,
      'POST /organisations/{id}/plans': keepTrainingPlan,
      'POST /lecturers': proposeLecturer,
      'POST /lecturers/{id}/vetting': vetLecturer,
      'POST /lecturers/{id}/removal': removeLecturer,
      'POST /library-entries': submitToLibrary,
      'POST /library-entries/{id}/renewal': renewLibraryEntry,
      'POST /library-entries/{id}/reviews': reviewLibraryEntry,
      'POST /library-entries/{id}/standing': setLibraryStanding,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:programme-filing', 'mail:send'],
} as const satisfies Lambda

export const programmeSteps = {
  name: 'programme-steps',
  entry: 'functions/programmes/steps.ts',
  work: { kind: 'steps', steps: { 'accept-unanswered': AcceptUnanswered, 'follow-filing': EndLine } },
  grants: [...writes, 'ledger:seal', 'mail:send'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [openProgrammes, programmeReads, programmeWrites, programmeSteps]
