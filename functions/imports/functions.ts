import { type Lambda, reads, writes } from '../platform/lambda.ts'
import { importFile, readImportTemplate } from './api.ts'

export const imports = {
  name: 'imports',
  entry: 'functions/imports/imports.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /imports': importFile,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:recognition', 'workflow:settle'],
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
    },
  },
  grants: reads,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [imports, importTemplates]
