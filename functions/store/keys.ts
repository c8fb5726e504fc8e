/**
 * Every key of the table, in one place. Staff first: a person's ledger is one partition; the year never is a
 * partition key. Three sparse indexes of keys alone:
 * - `listed`: what a desk, a submitter or an institution sees as a list; a certificate by its verify code
 * - `found`: what is looked up by another name (a person's claims, a certificate's number or code, a shard's persons)
 * - `swept`: what waits for the reconciler
 */
export interface Key {
  readonly pk: string
  readonly sk: string
}

export const indexes = ['listed', 'found', 'swept'] as const
export type IndexName = (typeof indexes)[number]
/** The sort attribute of an index stands beside its value. */
export const orderOf = (index: IndexName): string => `${index}Order`

/** Persons are spread over so many shards; the year's close walks them one by one. */
export const SHARDS = 64

const sixDigits = (sequence: number): string => String(sequence).padStart(6, '0')

export const keys = {
  account: (id: string): Key => ({ pk: `ACCOUNT#${id}`, sk: 'ACCOUNT' }),
  organisation: (id: string): Key => ({ pk: `ORGANISATION#${id}`, sk: 'ORGANISATION' }),
  /** A seat at an organisation's desk: who acts there, and hence who is written to. */
  seat: (organisationId: string, role: string, accountId: string): Key => ({
    pk: `ORGANISATION#${organisationId}`,
    sk: `SEAT#${role}#${accountId}`,
  }),
  person: (staffId: string): Key => ({ pk: `STAFF#${staffId}`, sk: 'PERSON' }),
  ledgerEntry: (staffId: string, sequence: number): Key => ({
    pk: `STAFF#${staffId}`,
    sk: `LEDGER#${sixDigits(sequence)}`,
  }),
  certificate: (staffId: string, obligation: string): Key => ({
    pk: `STAFF#${staffId}`,
    sk: `CERTIFICATE#${obligation}`,
  }),
  request: (id: string): Key => ({ pk: `REQUEST#${id}`, sk: 'REQUEST' }),
  task: (requestId: string, place: string): Key => ({ pk: `REQUEST#${requestId}`, sk: `TASK#${place}` }),
  evidence: (id: string): Key => ({ pk: `EVIDENCE#${id}`, sk: 'EVIDENCE' }),
  /** The guard of Article 40: one achievement proof, one claim. */
  proof: (fingerprint: string): Key => ({ pk: `PROOF#${fingerprint}`, sk: 'PROOF' }),
} as const

/** Values of the `listed` index. */
export const lists = {
  desk: (organisationId: string, role: string): string => `DESK#${organisationId}#${role}`,
  decidedBy: (accountId: string): string => `DECIDED#${accountId}`,
  submittedBy: (accountId: string): string => `SUBMITTED#${accountId}`,
  verifyCode: (code: string): string => `CODE#${code}`,
  personsOf: (institutionId: string): string => `PERSONS#${institutionId}`,
} as const

/** Values of the `found` index. */
export const lookups = {
  claimsOf: (staffId: string): string => `CLAIMS#${staffId}`,
  certificateNumber: (number: string): string => `NUMBER#${number}`,
  shard: (shard: number): string => `SHARD#${shard}`,
} as const

/** The value of the `swept` index. */
export const AWAITING = 'AWAITING'
