import {
  GatherFrame,
  InspectionInput,
  LateInspection,
  OpenInspection,
} from '../../workflows/inspection/contract.ts'
import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  answerMatter,
  checkMatter,
  findViolation,
  listDraws,
  listMatters,
  listViolations,
  orderDraw,
  orderSupervision,
  readDraw,
  readDrawDocument,
  readFrame,
  readMatter,
  readMatterEvidence,
} from './api.ts'

export const inspectionReads = {
  name: 'inspection-reads',
  entry: 'functions/inspections/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /inspections': listMatters,
      'GET /inspections/draws': listDraws,
      'GET /inspections/draws/{id}': readDraw,
      'GET /inspections/draws/{id}/document': readDrawDocument,
      'GET /inspections/draws/{id}/frame': readFrame,
      'GET /inspections/{id}': readMatter,
      'GET /inspections/{id}/evidence/{evidence}': readMatterEvidence,
      'GET /staff/{id}/violations': listViolations,
    },
  },
  grants: [...reads, 'objects:read'],
} as const satisfies Lambda

/** Draws, asks, answers, checks. What proof was found for counts again: it adds an entry to a ledger. */
export const inspectionWrites = {
  name: 'inspection-writes',
  entry: 'functions/inspections/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /inspections/draws': orderDraw,
      'POST /inspections/orders': orderSupervision,
      'POST /inspections/violations': findViolation,
      'POST /inspections/{id}/answers': answerMatter,
      'POST /inspections/{id}/checks': checkMatter,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:inspection', 'workflow:settle', 'tokens:answer', 'mail:send'],
  timeout: 29,
} as const satisfies Lambda

/** Gathers frames and draws, keeps tokens, writes to people, suspends hours that nobody proved after notice. */
export const inspectionSteps = {
  name: 'inspection-steps',
  entry: 'functions/inspections/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'inspection-stands': InspectionInput,
      'gather-frame': GatherFrame,
      'open-inspection': OpenInspection,
      'inspection-late': LateInspection,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:inspection', 'workflow:settle', 'tokens:answer', 'mail:send'],
  memory: 1024,
  timeout: 300,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [inspectionReads, inspectionWrites, inspectionSteps]
