import { ComplaintInput, LateComplaint, OpenComplaint } from '../../workflows/complaint/contract.ts'
import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  actOnComplaint,
  addComplaintFile,
  enterComplaint,
  fileComplaint,
  findComplaintBodies,
  followComplaint,
  listComplainantReadings,
  listComplaintBodies,
  listComplaints,
  readComplainant,
  readComplaint,
  readComplaintFigures,
  readComplaintFile,
  readSettings,
  replyToComplaint,
  requestChallenge,
  setSettings,
} from './api.ts'

/** What anyone may do: complain, follow, answer. It seals identities and opens none. */
export const complaintsOpen = {
  name: 'complaints-open',
  entry: 'functions/complaints/open.ts',
  work: {
    kind: 'routes',
    access: 'open',
    routes: {
      'GET /complaints/challenge': requestChallenge,
      'GET /complaints/bodies': listComplaintBodies,
      'POST /complaints/bodies/search': findComplaintBodies,
      'GET /complaints/figures': readComplaintFigures,
      'POST /complaints': fileComplaint,
      'POST /complaints/{code}/view': followComplaint,
      'POST /complaints/{code}/replies': replyToComplaint,
      'POST /complaints/{code}/files': addComplaintFile,
    },
  },
  grants: [...writes, 'complaint:seal', 'workflow:complaint', 'objects:write'],
} as const satisfies Lambda

export const complaintReads = {
  name: 'complaint-reads',
  entry: 'functions/complaints/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /complaints': listComplaints,
      'GET /complaints/readings': listComplainantReadings,
      'GET /complaints/settings': readSettings,
      'GET /complaints/{id}': readComplaint,
    },
  },
  grants: reads,
} as const satisfies Lambda

export const complaintWrites = {
  name: 'complaint-writes',
  entry: 'functions/complaints/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /complaints/entries': enterComplaint,
      'POST /complaints/settings': setSettings,
      'POST /complaints/{id}/acts': actOnComplaint,
      'POST /complaints/{id}/identity': readComplainant,
      'POST /complaints/{id}/files/{number}': readComplaintFile,
    },
  },
  grants: [...writes, 'complaint:seal', 'workflow:complaint', 'tokens:answer', 'mail:send', 'objects:read'],
} as const satisfies Lambda

/** Says where a complaint stands, keeps its token, writes to the desks. */
export const complaintSteps = {
  name: 'complaint-steps',
  entry: 'functions/complaints/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'complaint-stands': ComplaintInput,
      'open-complaint': OpenComplaint,
      'complaint-late': LateComplaint,
    },
  },
  grants: [...writes, 'mail:send', 'tokens:answer'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [complaintsOpen, complaintReads, complaintWrites, complaintSteps]
