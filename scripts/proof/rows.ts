/** What a run of the tests is, in which rows of the proof are held. */
export type Suite = 'units' | 'systems' | 'long' | 'acceptance'

export interface ProofRow {
  readonly row: number
  readonly what: string
  readonly goal: string
  /** The tests that hold it: files, and of them those with this name, by the suite that runs them. */
  readonly held?: { readonly suite: Suite; readonly files: readonly string[]; readonly name?: string }
  /** Another command holds it: which, and what is kept of its last run. */
  readonly by?: string
}

/** The table of what must be proved, row by row; what no command holds yet says so when it is printed. */
export const proofRows: readonly ProofRow[] = [
  {
    row: 1,
    what: 'Killed at random points: acknowledged acts lost, doubled, stuck',
    goal: '0 lost, doubled, stuck; 1,000 kills in the long run',
    held: { suite: 'long', files: ['test/system/kill.test.ts', 'test/engine/kill.test.ts'] },
  },
  {
    row: 2,
    what: 'Many decisions at once on one task: exactly one wins',
    goal: 'one wins, the others get 409 with who and when',
    held: { suite: 'units', files: ['test/store/acts.test.ts'], name: 'exactly one wins|one of them holds' },
  },
  {
    row: 3,
    what: 'A crash between the decision and the task token, an execution that is lost',
    goal: 'every one is resumed',
    held: { suite: 'long', files: ['test/store/restart-lost.test.ts'] },
  },
  {
    row: 4,
    what: 'Deliveries twice and out of order: the ledger equals the approved hours',
    goal: 'equal; one certificate an obligation',
    held: { suite: 'units', files: ['test/ledger/settle-properties.test.ts'] },
  },
  {
    row: 5,
    what: 'The clock’s edges; the machine in other time zones is npm run test:long',
    goal: 'the regulation’s dates hold',
    held: {
      suite: 'units',
      files: ['test/functions/zone.test.ts', 'test/rules/calendar.test.ts', 'test/engine/clock.test.ts'],
    },
  },
  {
    row: 6,
    what: 'Links read a hundred times, by whomever, by GET and HEAD',
    goal: '0 changes of state',
    held: { suite: 'acceptance', files: ['test/acceptance/recognition.test.ts'], name: 'GET and HEAD' },
  },
  {
    row: 7,
    what: 'Every operation × every caller × own, sibling, higher, lower',
    goal: 'as declared',
    held: { suite: 'long', files: ['test/roles/matrix.test.ts'] },
  },
  {
    row: 8,
    what: 'Random organisations, seats and loans: decisions on one’s own matter, or at two desks',
    goal: '0',
    held: { suite: 'units', files: ['test/functions/acting-desk.test.ts', 'test/functions/powers.test.ts'] },
  },
  {
    row: 9,
    what: 'Canary names through every path of a matter',
    goal: '0 in logs, histories, addresses, object names, subjects',
    held: { suite: 'long', files: ['test/system/canary.test.ts'] },
  },
  {
    row: 10,
    what: 'A ledger changed, shortened, reordered, forged anew, its standing too',
    goal: 'every case found',
    held: {
      suite: 'units',
      files: ['test/ledger/chain.test.ts', 'test/store/sealed.test.ts', 'test/store/night-walk.test.ts'],
    },
  },
  {
    row: 11,
    what: 'Certificates, tokens, codes, addresses, sealed items: mutated payloads and signatures',
    goal: '0 accepted',
    held: {
      suite: 'units',
      files: [
        'test/functions/certificate/signing.test.ts',
        'test/functions/certificate/number.test.ts',
        'test/local/tampered.test.ts',
        'test/store/vouched.test.ts',
      ],
    },
  },
  {
    row: 12,
    what: 'Odd input at every operation: one odd thing in each call',
    goal: 'never a 5xx',
    held: { suite: 'long', files: ['test/roles/odd-input.test.ts'] },
  },
  {
    row: 13,
    what: 'Backup, wipe, restore on one machine: rows, objects, keys; executions begin anew',
    goal: 'identical rows',
    held: { suite: 'long', files: ['test/system/restore.test.ts'] },
  },
  {
    row: 14,
    what: 'cdk-nag on every template of both partitions',
    goal: '0 unexplained findings',
    held: { suite: 'systems', files: ['test/infra/template.test.ts'] },
  },
  {
    row: 15,
    what: 'The acceptance suite on an emulator of AWS',
    goal: 'the same results',
    by: 'npm run test:cloud',
  },
  {
    row: 16,
    what: 'A further recognised credit worsens nothing',
    goal: '1,000,000 random cases: 0',
    held: { suite: 'units', files: ['test/rules/monotone.test.ts'] },
  },
  {
    row: 17,
    what: 'An empty deployment to the first recognised hour, by pages and files alone',
    goal: 'passes',
    by: 'npm run test:long (test/web/onboarding.test.ts)',
  },
  {
    row: 18,
    what: '500 invitations, 200 of them tampered, replayed, expired, scanned',
    goal: '0 bound wrongly',
    held: { suite: 'long', files: ['test/store/invitations.test.ts'] },
  },
]
