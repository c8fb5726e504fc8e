import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  changeSubscription,
  listArticles,
  listPolicies,
  previewPolicy,
  publishPolicy,
  readArticle,
  readPolicy,
  readPolicyFile,
  readSubscription,
  searchPolicies,
} from './api.ts'

export const policiesOpen = {
  name: 'policies-open',
  entry: 'functions/policies/open.ts',
  work: {
    kind: 'routes',
    access: 'open',
    routes: {
      'GET /articles': listArticles,
      'GET /articles/{article}': readArticle,
      'GET /policies': listPolicies,
      'GET /policies/{id}': readPolicy,
      'GET /policies/{id}/files/{file}': readPolicyFile,
      'POST /policies/search': searchPolicies,
    },
  },
  grants: [...reads, 'objects:read'],
} as const satisfies Lambda

export const policyWrites = {
  name: 'policy-writes',
  entry: 'functions/policies/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /policies': publishPolicy,
      'POST /policies/preview': previewPolicy,
      'GET /policies/subscription': readSubscription,
      'POST /policies/subscription': changeSubscription,
    },
  },
  grants: writes,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [policiesOpen, policyWrites]
