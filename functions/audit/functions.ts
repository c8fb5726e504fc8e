import { type Lambda, reads } from '../platform/lambda.ts'
import { findAnything, findOrganisations } from '../search/api.ts'
import { searchAudit } from './api.ts'

export const auditReads = {
  name: 'audit-reads',
  entry: 'functions/audit/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /audit': searchAudit,
      'POST /search': findAnything,
      'POST /search/organisations': findOrganisations,
    },
  },
  grants: [...reads, 'looks:write'],
  memory: 1024,
  timeout: 29,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [auditReads]
