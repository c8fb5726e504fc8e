import { type Lambda, reads, writes } from '../platform/lambda.ts'
import { endClient, listClients, registerClient } from './clients-api.ts'
import { delegate, endDelegation, listDelegations } from './delegations-api.ts'
import {
  changeOrganisation,
  changeSeat,
  listOrganisations,
  listSeats,
  me,
  previewMove,
  readOrganisation,
  registerOrganisation,
} from './organisations-api.ts'

export const organisationReads = {
  name: 'organisation-reads',
  entry: 'functions/organisations/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /me': me,
      'GET /delegations': listDelegations,
      'GET /organisations': listOrganisations,
      'GET /organisations/{id}': readOrganisation,
      'GET /organisations/{id}/seats': listSeats,
      'GET /organisations/{id}/move': previewMove,
      'GET /clients': listClients,
    },
  },
  grants: reads,
} as const satisfies Lambda

export const organisationWrites = {
  name: 'organisation-writes',
  entry: 'functions/organisations/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /delegations': delegate,
      'POST /delegations/{id}/revocation': endDelegation,
      'POST /organisations': registerOrganisation,
      'POST /organisations/{id}': changeOrganisation,
      'POST /organisations/{id}/seats': changeSeat,
      'POST /clients': registerClient,
      'POST /clients/{id}/ending': endClient,
    },
  },
  grants: [...writes, 'mail:send'],
  timeout: 29,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [organisationReads, organisationWrites]
