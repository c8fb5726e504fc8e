import { type Lambda, writes } from '../platform/lambda.ts'
import { previewReorganisation, reorganise } from './api.ts'

/** A transfer of each of many people, with what the rules make due by it; and what it would do. */
export const reorganisations = {
  name: 'reorganisations',
  entry: 'functions/reorganisations/reorganisations.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /organisations/{id}/reorganisation': previewReorganisation,
      'POST /organisations/{id}/reorganisation': reorganise,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:settle'],
  memory: 1024,
  timeout: 29,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [reorganisations]
