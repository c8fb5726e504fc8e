import { type Lambda, reads, writes } from '../platform/lambda.ts'
import { exportPersons, importFile, importOrganisations, importSeats, readImportTemplate } from './api.ts'

export const imports = {
  name: 'imports',
  entry: 'functions/imports/imports.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /imports': importFile,
      'POST /organisations/imports': importOrganisations,
      'POST /accounts/imports': importSeats,
    },
  },
  grants: [
    ...writes,
    'ledger:seal',
    'mail:send',
    'workflow:recognition',
    'workflow:record-change',
    'workflow:settle',
  ],
  memory: 1769,
  timeout: 29,
} as const satisfies Lambda

export const importTemplates = {
  name: 'import-templates',
  entry: 'functions/imports/templates.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /imports/templates/{kind}': readImportTemplate,
      'GET /imports/persons': exportPersons,
    },
  },
  grants: [...reads, 'looks:write'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [imports, importTemplates]
