import { ShardRoots } from '../../workflows/night-walk/contract.ts'
import { CertificateInput, Revised, Sheet } from '../../workflows/settle/contract.ts'
import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  certifyAnew,
  listCertificates,
  readCertificate,
  readCertificatePdf,
  revokeCertificate,
} from './api.ts'

export const certificateReads = {
  name: 'certificate-reads',
  entry: 'functions/certificates/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /certificates': listCertificates,
      'GET /certificates/{number}': readCertificate,
    },
  },
  grants: [...reads, 'looks:write', 'certificate:verify'],
} as const satisfies Lambda

export const certificateWrites = {
  name: 'certificate-writes',
  entry: 'functions/certificates/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /certificates/{number}/revocation': revokeCertificate,
      'POST /certificates/{number}/new-issue': certifyAnew,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:settle', 'mail:send'],
} as const satisfies Lambda

/** Answers the stored sheet of a certificate, or draws it. */
export const certificateSheets = {
  name: 'certificate-sheets',
  entry: 'functions/certificates/sheets.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /certificates/{number}/pdf': readCertificatePdf,
    },
  },
  grants: [...reads, 'looks:write', 'certificate:verify', 'objects:read', 'objects:write'],
  font: true,
  memory: 1769,
} as const satisfies Lambda

/** The one function that may sign: certificates at issue, their corrections, and the roots of the night's walk. */
export const certificateSigning = {
  name: 'certificate-signing',
  entry: 'functions/certificates/signing.ts',
  work: {
    kind: 'steps',
    steps: {
      'issue-certificate': CertificateInput,
      'sign-correction': CertificateInput,
      'sign-roots': ShardRoots,
    },
  },
  grants: [...writes, 'ledger:seal', 'certificate:sign'],
  memory: 1024,
} as const satisfies Lambda

export const certificateDrawing = {
  name: 'certificate-drawing',
  entry: 'functions/certificates/drawing.ts',
  work: {
    kind: 'steps',
    steps: {
      'render-certificate': Sheet,
    },
  },
  grants: [...reads, 'objects:write'],
  font: true,
  memory: 1769,
} as const satisfies Lambda

export const certificateSteps = {
  name: 'certificate-steps',
  entry: 'functions/certificates/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'revise-certificate': CertificateInput,
      'tell-certificate': Revised,
    },
  },
  grants: [...writes, 'ledger:seal', 'mail:send'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [
  certificateReads,
  certificateWrites,
  certificateSheets,
  certificateSigning,
  certificateDrawing,
  certificateSteps,
]
