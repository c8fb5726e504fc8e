import { type Lambda, reads } from '../platform/lambda.ts'
import { assess, health, listKeys, openapi, verify } from './api.ts'

export const publicOpen = {
  name: 'public-open',
  entry: 'functions/public/open.ts',
  work: {
    kind: 'routes',
    access: 'open',
    routes: {
      'GET /health': health,
      'GET /openapi.json': openapi,
    },
  },
  grants: [],
  answersUnknown: true,
} as const satisfies Lambda

/** Reads the readings and rate tables in force on its dates; of nobody's records. */
export const calculator = {
  name: 'calculator',
  entry: 'functions/public/calculator.ts',
  work: {
    kind: 'routes',
    access: 'open',
    routes: {
      'POST /assessments': assess,
    },
  },
  grants: reads,
  memory: 1024,
} as const satisfies Lambda

/** Says what the published keys vouch for, and publishes them. */
export const verifier = {
  name: 'verify',
  entry: 'functions/public/verifier.ts',
  work: {
    kind: 'routes',
    access: 'open',
    routes: {
      'GET /verify/{code}': verify,
      'GET /jwks.json': listKeys,
    },
  },
  grants: [...reads, 'certificate:verify'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [publicOpen, calculator, verifier]
