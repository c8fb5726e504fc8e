import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  bindByClaim,
  bindInvitation,
  changeAddress,
  confirmAddress,
  inviteAccount,
  linkPerson,
  listAccounts,
  readAccount,
  readChecklist,
  readInvitation,
  resumeAccount,
  SetupInput,
  sendInvitation,
  suspendAccount,
  testMail,
  withdrawInvitation,
} from './api.ts'

export const onboardingReads = {
  name: 'onboarding-reads',
  entry: 'functions/onboarding/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /accounts': listAccounts,
      'GET /accounts/{id}': readAccount,
      'GET /checklist': readChecklist,
    },
  },
  grants: [...reads, 'looks:write'],
  timeout: 29,
} as const satisfies Lambda

export const onboardingWrites = {
  name: 'onboarding-writes',
  entry: 'functions/onboarding/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /accounts': inviteAccount,
      'POST /accounts/{id}/invitation': sendInvitation,
      'POST /accounts/{id}/withdrawal': withdrawInvitation,
      'POST /accounts/{id}/suspension': suspendAccount,
      'POST /accounts/{id}/resumption': resumeAccount,
      'POST /accounts/{id}/address': changeAddress,
      'POST /accounts/{id}/person': linkPerson,
      'POST /addresses/{token}/confirmation': confirmAddress,
      'POST /checklist/mail': testMail,
    },
  },
  grants: [...writes, 'ledger:seal', 'mail:send'],
} as const satisfies Lambda

/** Whoever calls these has a login, and may have no account yet. */
export const bindings = {
  name: 'bindings',
  entry: 'functions/onboarding/bindings.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /invitations/{token}': readInvitation,
      'POST /invitations/{token}/binding': bindInvitation,
      'POST /me/binding': bindByClaim,
    },
  },
  grants: [...writes, 'ledger:seal', 'identity:claim'],
} as const satisfies Lambda

/** Writes the region's authority and one invited account: by whoever administers the host, and nobody else. */
export const setup = {
  name: 'setup',
  entry: 'functions/onboarding/setup.ts',
  work: { kind: 'invoked', input: SetupInput },
  grants: [...writes, 'ledger:seal', 'mail:send'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [onboardingReads, onboardingWrites, bindings, setup]
