import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  changeProvider,
  listProviders,
  listRates,
  readParameters,
  registerProvider,
  setParameters,
  setRates,
} from './api.ts'

export const registerReads = {
  name: 'register-reads',
  entry: 'functions/registers/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /providers': listProviders,
      'GET /rates': listRates,
      'GET /parameters': readParameters,
    },
  },
  grants: reads,
} as const satisfies Lambda

export const registerWrites = {
  name: 'register-writes',
  entry: 'functions/registers/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /providers': registerProvider,
      'POST /providers/{id}': changeProvider,
      'POST /rates': setRates,
      'POST /parameters': setParameters,
    },
  },
  grants: writes,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [registerReads, registerWrites]
