import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  changePerson,
  listLooks,
  listPersonChanges,
  listPersons,
  listReleased,
  readPerson,
  registerPerson,
} from './api.ts'
import { confirmMerge, proposeMerge, readMerge } from './merge-api.ts'

export const personReads = {
  name: 'person-reads',
  entry: 'functions/persons/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /persons': listPersons,
      'GET /persons/{id}': readPerson,
      'GET /persons/{id}/changes': listPersonChanges,
      'GET /persons/{id}/looks': listLooks,
      'GET /persons/{id}/merge': readMerge,
      'GET /organisations/{id}/released': listReleased,
    },
  },
  grants: [...reads, 'looks:write', 'ledger:seal'],
} as const satisfies Lambda

export const personWrites = {
  name: 'person-writes',
  entry: 'functions/persons/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /persons': registerPerson,
      'POST /persons/{id}': changePerson,
      'POST /persons/{id}/merge': proposeMerge,
      'POST /persons/{id}/merge/confirmation': confirmMerge,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:settle', 'mail:send'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [personReads, personWrites]
