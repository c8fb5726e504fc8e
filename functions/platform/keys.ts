import type { AccountId, OrganisationId, ProgrammeId, RequestId, StaffId } from './ids.ts'
/**
 * Every key of the table, in one place. Staff first: a person's ledger is one partition; the year never is a
 * partition key. Four sparse indexes of keys alone:
 * - `listed`: what a desk, a submitter or an institution sees as a list; a certificate by its verify code
 * - `found`: what is looked up by another name (a person's claims, a certificate's number or code, a shard's persons)
 * - `swept`: what waits for the reconciler
 * - `open`: the claims that are still open, by shard and person, for the year's close; an institution's names
 */
export interface Key {
  readonly pk: string
  readonly sk: string
}

export const indexes = ['listed', 'found', 'swept', 'open'] as const
export type IndexName = (typeof indexes)[number]
/** The sort attribute of an index stands beside its value. */
export const orderOf = (index: IndexName): string => `${index}Order`

/** Persons are spread over so many shards; the year's close walks them one by one. */
export const SHARDS = 64

const sixDigits = (sequence: number): string => String(sequence).padStart(6, '0')

/** `close`: its results stay; `rehearsal`: stored apart, and the next rehearsal overwrites it. */
export type CloseMode = 'close' | 'rehearsal'
const sortNameOf = (mode: CloseMode): string => (mode === 'close' ? 'YEAR' : 'REHEARSAL')

export const keys = {
  /** How much an account has uploaded on a day. */
  uploads: (accountId: AccountId, day: string): Key => ({ pk: `UPLOADS#${accountId}`, sk: `DAY#${day}` }),
  account: (id: AccountId): Key => ({ pk: `ACCOUNT#${id}`, sk: 'ACCOUNT' }),
  /** An act on an account; not in the account's own item, which every call reads. */
  accountAct: (id: string, version: number): Key => ({
    pk: `ACCOUNTACTS#${id}`,
    sk: `ACT#${sixDigits(version)}`,
  }),
  /** A login of an identity provider, by the hash of its issuer and subject: whose it is. */
  login: (hash: string): Key => ({ pk: `LOGIN#${hash}`, sk: 'LOGIN' }),
  /** An account by the hash of a claim's value; several accounts may share one. */
  claim: (kind: string, hash: string, accountId: AccountId): Key => ({
    pk: `CLAIM#${kind}#${hash}`,
    sk: `ACCOUNT#${accountId}`,
  }),
  /** That an account took an address, by its hash: of two who take it at once, one succeeds. */
  addressTaken: (hash: string): Key => ({ pk: `CLAIM#taken#${hash}`, sk: 'TAKEN' }),
  /** An invitation, by the hash of its link's token. */
  invitation: (hash: string): Key => ({ pk: `INVITATION#${hash}`, sk: 'INVITATION' }),
  newAddress: (hash: string): Key => ({ pk: `ADDRESS#${hash}`, sk: 'ADDRESS' }),
  /** That the platform was set up, and what was set up. */
  setup: { pk: 'SETUP', sk: 'SETUP' },
  /** The last mail that tried whether mails arrive. */
  mailTest: { pk: 'SETUP', sk: 'MAILTEST' },
  /** What an account has seen of what is new; not in the account's own partition, which every call reads. */
  seen: (accountId: AccountId): Key => ({ pk: `SEEN#${accountId}`, sk: 'SEEN' }),
  /** The phrases of an account's own for opinions. */
  phrases: (accountId: AccountId): Key => ({ pk: `PHRASES#${accountId}`, sk: 'PHRASES' }),
  /** What a person's record said before each change of it. */
  personChange: (staffId: StaffId, version: number): Key => ({
    pk: `STAFF#${staffId}`,
    sk: `CHANGE#${sixDigits(version)}`,
  }),
  /** The people of an institution who are carried to another one, and how far that is. */
  reorganisation: (from: OrganisationId, id: string): Key => ({
    pk: `ORGANISATION#${from}`,
    sk: `REORGANISATION#${id}`,
  }),
  /** An institution's own number of a person: one number, one person. */
  staffNumber: (institutionId: OrganisationId, staffNo: string): Key => ({
    pk: `ORGANISATION#${institutionId}`,
    sk: `STAFFNO#${staffNo}`,
  }),
  /** Someone whom another institution has released to this one. */
  release: (institutionId: OrganisationId, staffId: StaffId): Key => ({
    pk: `ORGANISATION#${institutionId}`,
    sk: `RELEASED#${staffId}`,
  }),
  organisation: (id: OrganisationId): Key => ({ pk: `ORGANISATION#${id}`, sk: 'ORGANISATION' }),
  /** An organisation by its number: one number, one organisation. */
  organisationNumber: (number: string): Key => ({ pk: `ORGANISATIONNO#${number}`, sk: 'NUMBER' }),
  /** That an institution filed hours of earlier years from a platform before this one. */
  takenOverHours: (institutionId: OrganisationId): Key => ({
    pk: `ORGANISATION#${institutionId}`,
    sk: 'TAKENOVER',
  }),
  organisationChange: (id: string, version: number): Key => ({
    pk: `ORGANISATION#${id}`,
    sk: `CHANGE#${sixDigits(version)}`,
  }),
  /** The region's registers: few items, each kind read as a whole. */
  provider: (id: string): Key => ({ pk: 'REGISTER#PROVIDERS', sk: `PROVIDER#${id}` }),
  providerChange: (id: string, version: number): Key => ({
    pk: `REGISTER#PROVIDERS#${id}`,
    sk: `CHANGE#${sixDigits(version)}`,
  }),
  /** Another system that calls the API for itself. */
  machineClient: (id: string): Key => ({ pk: 'REGISTER#CLIENTS', sk: `CLIENT#${id}` }),
  machineClientChange: (id: string, version: number): Key => ({
    pk: `REGISTER#CLIENTS#${id}`,
    sk: `CHANGE#${sixDigits(version)}`,
  }),
  /** That someone's eligibility was asked about in a batch; not in the person's own partition, which is read whole. */
  reading: (staffId: StaffId, at: string, id: string): Key => ({
    pk: `READINGS#${staffId}`,
    sk: `AT#${at}#${id}`,
  }),
  /** That somebody looked at a person's pages on a day. `looks:write` lets a function write keys that begin so alone. */
  look: (staffId: StaffId, day: string, by: AccountId): Key => ({
    pk: `LOOKS#${staffId}`,
    sk: `DAY#${day}#${by}`,
  }),
  /** That somebody got a list of an organisation's people on a day. */
  listLook: (organisationId: OrganisationId, day: string, by: AccountId, hash: string): Key => ({
    pk: `LOOKS#LIST#${organisationId}`,
    sk: `DAY#${day}#${by}#${hash}`,
  }),
  rates: (validFrom: string): Key => ({ pk: 'REGISTER#RATES', sk: `FROM#${validFrom}` }),
  parameters: (effectiveFrom: string): Key => ({ pk: 'REGISTER#PARAMETERS', sk: `FROM#${effectiveFrom}` }),
  /** A seat at an organisation's desk: who acts there, and hence who is written to. */
  seat: (organisationId: OrganisationId, role: string, accountId: AccountId): Key => ({
    pk: `ORGANISATION#${organisationId}`,
    sk: `SEAT#${role}#${accountId}`,
  }),
  /** Who changed whose seat at an organisation, and why. */
  seatChange: (organisationId: OrganisationId, sequence: number): Key => ({
    pk: `ORGANISATION#${organisationId}`,
    sk: `SEATING#${sixDigits(sequence)}`,
  }),
  person: (staffId: StaffId): Key => ({ pk: `STAFF#${staffId}`, sk: 'PERSON' }),
  ledgerEntry: (staffId: StaffId, sequence: number): Key => ({
    pk: `STAFF#${staffId}`,
    sk: `LEDGER#${sixDigits(sequence)}`,
  }),
  certificate: (staffId: StaffId, obligation: string): Key => ({
    pk: `STAFF#${staffId}`,
    sk: `CERTIFICATE#${obligation}`,
  }),
  /** What a close needs to know of a person; the standings of a shard stand together. */
  standing: (shard: number, staffId: StaffId): Key => ({ pk: `SHARD#${shard}`, sk: `STANDING#${staffId}` }),
  /** The signed root of a shard's ledgers, as a night's walk found them. */
  ledgerRoot: (shard: number, day: string): Key => ({ pk: `ROOTS#${shard}`, sk: `DAY#${day}` }),
  /** What two persons of the region agree on to restore a broken ledger. */
  restoration: (staffId: StaffId): Key => ({ pk: `STAFF#${staffId}`, sk: 'RESTORATION' }),
  /** That a person's record is to become part of another of the same person. */
  merge: (staffId: StaffId): Key => ({ pk: `STAFF#${staffId}`, sk: 'MERGE' }),
  /** An entry that a restoration took out of a ledger, kept for whoever inquires. */
  removedEntry: (staffId: StaffId, restoredAs: number, place: string): Key => ({
    pk: `STAFF#${staffId}`,
    sk: `REMOVED#${sixDigits(restoredAs)}#${place}`,
  }),
  /** An entry of a person's results of a year: 1 from the close, one more with each correction. */
  result: (shard: number, year: number, staffId: StaffId, entry: number): Key => ({
    pk: `SHARD#${shard}`,
    sk: `RESULT#${year}#${staffId}#${sixDigits(entry)}`,
  }),
  /** How far a shard of a close has come, and what it counts. */
  shardTally: (shard: number, mode: CloseMode, year: number): Key => ({
    pk: `SHARD#${shard}`,
    sk: `TALLY#${sortNameOf(mode)}#${year}`,
  }),
  /** What one page of a shard found, by institution. */
  shardPage: (shard: number, mode: CloseMode, year: number, page: number): Key => ({
    pk: `SHARD#${shard}`,
    sk: `PAGE#${sortNameOf(mode)}#${year}#${sixDigits(page)}`,
  }),
  /** A result entered after its page and before the sums, which have yet to count it. */
  adjustment: (shard: number, year: number, staffId: StaffId, entry: number): Key => ({
    pk: `SHARD#${shard}`,
    sk: `ADJUST#${year}#${staffId}#${sixDigits(entry)}`,
  }),
  /** The state of a year's close, or of its rehearsal. */
  close: (mode: CloseMode, year: number): Key => ({ pk: `CLOSE#${year}`, sk: sortNameOf(mode) }),
  /** What an organisation's year comes to. */
  sum: (organisationId: OrganisationId, mode: CloseMode, year: number): Key => ({
    pk: `ORGANISATION#${organisationId}`,
    sk: `${sortNameOf(mode)}#${year}`,
  }),
  /** An institution's year, person by person; a large institution's in several parts. */
  yearSheet: (institutionId: OrganisationId, mode: CloseMode, year: number, part: number): Key => ({
    pk: `ORGANISATION#${institutionId}`,
    sk: `${sortNameOf(mode)}#${year}#${sixDigits(part)}`,
  }),
  /** A desk of a rehearsal and the persons whom it blocks; the desk with most persons has place 0. */
  blockingDesk: (year: number, run: number, place: number): Key => ({
    pk: `CLOSE#${year}`,
    sk: `DESK#${sixDigits(run)}#${sixDigits(place)}`,
  }),
  /** An act that is not settled yet. */
  unsettled: (staffId: StaffId, occasion: string): Key => ({
    pk: `STAFF#${staffId}`,
    sk: `UNSETTLED#${occasion}`,
  }),
  /** A date that the daily job looks after, and the notices of it that were given. */
  watch: (staffId: StaffId, obligation: string): Key => ({
    pk: `STAFF#${staffId}`,
    sk: `WATCH#${obligation}`,
  }),
  notice: (staffId: StaffId, obligation: string, notice: string): Key => ({
    pk: `STAFF#${staffId}`,
    sk: `NOTICE#${obligation}#${notice}`,
  }),
  /** That an institution was told of its list of a year. */
  toldOfYear: (institutionId: OrganisationId, year: number, notice: string): Key => ({
    pk: `TOLD#${institutionId}`,
    sk: `YEAR#${year}#${notice}`,
  }),
  /** That an authority was told of a desk below that let pass for the so-manieth time what was due on a day. */
  toldOfOverdue: (above: OrganisationId, desk: string, dueOn: string, waits: number): Key => ({
    pk: `TOLD#${above}`,
    sk: `OVERDUE#${dueOn}#${desk}#${waits}`,
  }),
  request: (id: RequestId): Key => ({ pk: `REQUEST#${id}`, sk: 'REQUEST' }),
  /** That a night's walk found the record of a request, organisation or account broken. */
  brokenRecord: (kind: string, id: string): Key => ({ pk: `BROKEN#${kind}#${id}`, sk: 'BROKEN' }),
  /** Which versions the items of a request had at its last act, beside those that desks' own decisions wrote. */
  requestHead: (id: RequestId): Key => ({ pk: `REQUEST#${id}`, sk: 'REQUEST#HEAD' }),
  task: (requestId: RequestId, place: string): Key => ({ pk: `REQUEST#${requestId}`, sk: `TASK#${place}` }),
  /** That a desk is told at a moment of all that came to it in half a day. */
  digest: (organisationId: OrganisationId, role: string, until: string): Key => ({
    pk: `DIGEST#${role}#${organisationId}`,
    sk: `UNTIL#${until}`,
  }),
  /** A request that has waited for its workflow for over an hour: the sweep passed it and marked it. */
  stillAwaiting: (requestId: RequestId): Key => ({ pk: `REQUEST#${requestId}`, sk: 'AWAITING' }),
  /** A participant's place in a class roster. */
  participation: (requestId: RequestId, staffId: StaffId): Key => ({
    pk: `REQUEST#${requestId}`,
    sk: `PARTICIPANT#${staffId}`,
  }),
  /** A part of the rows of a day's online hours. */
  batchPart: (requestId: RequestId, part: number): Key => ({
    pk: `REQUEST#${requestId}`,
    sk: `PART#${sixDigits(part)}`,
  }),
  /** A row that a provider delivered, by the provider's own number. */
  /** The latest signed file that was taken from a provider. */
  feedFile: (providerId: string): Key => ({ pk: `FEEDFILE#${providerId}`, sk: 'FILE' }),
  feedRow: (providerId: string, shard: string, recordNo: string): Key => ({
    pk: `FEED#${providerId}#${shard}`,
    sk: `ROW#${recordNo}`,
  }),
  /** What a row said before each change of it. */
  feedRevision: (providerId: string, shard: string, recordNo: string, version: number): Key => ({
    pk: `FEED#${providerId}#${shard}`,
    sk: `REVISION#${recordNo}#${sixDigits(version)}`,
  }),
  /** That a day has rows for a department and authority. */
  feedRoute: (day: string, route: string): Key => ({ pk: `FEEDDAY#${day}`, sk: `ROUTE#${route}` }),
  /** A learner of a provider, bound to a person by their code. */
  learner: (providerId: string, learner: string): Key => ({
    pk: `LEARNER#${providerId}#${learner}`,
    sk: 'LEARNER',
  }),
  /** A code by which a person is bound to a provider's learner, by its hash. */
  learnerCode: (hash: string): Key => ({ pk: `LEARNERCODE#${hash}`, sk: 'CODE' }),
  /** A programme of training; what belongs to it stands in its partition. */
  programme: (id: ProgrammeId): Key => ({ pk: `PROGRAMME#${id}`, sk: 'PROGRAMME' }),
  /** How many have enrolled in a class: its version orders what changes who has a seat. */
  classOrder: (id: ProgrammeId): Key => ({ pk: `PROGRAMME#${id}`, sk: 'ORDER' }),
  enrolment: (id: ProgrammeId, staffId: StaffId): Key => ({
    pk: `PROGRAMME#${id}`,
    sk: `ENROLMENT#${staffId}`,
  }),
  /** What was noted of someone's attendance at a session of a class; a correction is a further one. */
  attendance: (id: ProgrammeId, staffId: StaffId, session: string, nth: number): Key => ({
    pk: `PROGRAMME#${id}`,
    sk: `ATTENDANCE#${staffId}#${session}#${sixDigits(nth)}`,
  }),
  /** What the organiser told all of a class. */
  classNotice: (id: ProgrammeId, name: string): Key => ({ pk: `PROGRAMME#${id}`, sk: `NOTICE#${name}` }),
  /** The results with which a class was closed. */
  classClosing: (id: ProgrammeId): Key => ({ pk: `PROGRAMME#${id}`, sk: 'CLOSING' }),
  /** That somebody evaluated a class; what they said stands apart, under a name that says nothing. */
  evaluated: (id: ProgrammeId, staffId: StaffId): Key => ({
    pk: `PROGRAMME#${id}`,
    sk: `EVALUATED#${staffId}`,
  }),
  evaluation: (id: ProgrammeId, name: string): Key => ({ pk: `PROGRAMME#${id}`, sk: `EVALUATION#${name}` }),
  /** Which claims a closed class became. */
  classClaim: (id: ProgrammeId): Key => ({ pk: `PROGRAMME#${id}`, sk: 'CLAIM' }),
  /** What an organisation plans to hold in a year. */
  trainingPlan: (organisationId: string, year: number): Key => ({
    pk: `TRAININGPLAN#${organisationId}`,
    sk: `YEAR#${year}`,
  }),
  /** What a filed plan said before each adjustment. */
  planRevision: (organisationId: string, year: number, version: number): Key => ({
    pk: `TRAININGPLAN#${organisationId}`,
    sk: `REVISION#${year}#${sixDigits(version)}`,
  }),
  /** Somebody who teaches (Art. 31). */
  lecturer: (id: string): Key => ({ pk: `LECTURER#${id}`, sk: 'LECTURER' }),
  /** What a library holds: a lecturer, a course, an institution that trains (Art. 27, 28, 30). */
  libraryEntry: (id: string): Key => ({ pk: `LIBRARY#${id}`, sk: 'ENTRY' }),
  /** That a closed class had an entry's lecturer, course or institution. */
  libraryClass: (id: string, programmeId: ProgrammeId): Key => ({
    pk: `LIBRARY#${id}`,
    sk: `CLASS#${programmeId}`,
  }),
  /** That an entry's body was written to before the entry's last day. */
  libraryTold: (id: string, until: string, days: number): Key => ({
    pk: `LIBRARY#${id}`,
    sk: `TOLD#${until}#${days}`,
  }),
  /** Powers that an account holds for a colleague between two dates: read with the account that uses them. */
  delegation: (toAccount: string, id: string): Key => ({
    pk: `ACCOUNT#${toAccount}`,
    sk: `DELEGATION#${id}`,
  }),
  /** A complaint (Art. 36), with what was done about it. */
  complaint: (id: string): Key => ({ pk: `COMPLAINT#${id}`, sk: 'COMPLAINT' }),
  complaintEntry: (id: string, sequence: number): Key => ({
    pk: `COMPLAINT#${id}`,
    sk: `ENTRY#${sixDigits(sequence)}`,
  }),
  /** Who complained, sealed. */
  complainant: (id: string): Key => ({ pk: `COMPLAINT#${id}`, sk: 'IDENTITY' }),
  /** `reading`: what was read, with a part that no other reading has. */
  complainantReading: (id: string, at: string, by: AccountId, reading: string): Key => ({
    pk: `COMPLAINT#${id}`,
    sk: `READING#${at}#${by}#${reading}`,
  }),
  /** A file that came with it, by its number. */
  complaintFile: (id: string, number: number): Key => ({
    pk: `COMPLAINT#${id}`,
    sk: `FILE#${sixDigits(number)}`,
  }),
  /** A complaint by the hash of the code that its complainant follows it by. */
  complaintCode: (hash: string): Key => ({ pk: `COMPLAINTCODE#${hash}`, sk: 'CODE' }),
  /** Whether complaints are taken, and who takes those about the region. */
  complaintSettings: { pk: 'COMPLAINTS', sk: 'SETTINGS' },
  complaintSettingsChange: (version: number): Key => ({
    pk: 'COMPLAINTS',
    sk: `CHANGE#${sixDigits(version)}`,
  }),
  /** How many complaints of a city ended in a quarter. */
  complaintFigure: (quarter: string, cityId: OrganisationId): Key => ({
    pk: 'COMPLAINTS#FIGURES',
    sk: `${quarter}#${cityId}`,
  }),
  /** In how many complaints that were reported back in a quarter a body was found at fault. */
  complaintFault: (quarter: string, bodyId: OrganisationId): Key => ({
    pk: 'COMPLAINTS#FAULTS',
    sk: `${quarter}#${bodyId}`,
  }),
  /** A question about the rules (Art. 8), with what was done about it. */
  question: (id: string): Key => ({ pk: `QUESTION#${id}`, sk: 'QUESTION' }),
  questionEntry: (id: string, sequence: number): Key => ({
    pk: `QUESTION#${id}`,
    sk: `ENTRY#${sixDigits(sequence)}`,
  }),
  /** Who asked; deleted when its time is over. */
  asker: (id: string): Key => ({ pk: `QUESTION#${id}`, sk: 'ASKER' }),
  /** A question by the hash of the code that it is followed by. */
  questionCode: (hash: string): Key => ({ pk: `QUESTIONCODE#${hash}`, sk: 'CODE' }),
  /** The published questions, without their answers: one partition, read whole. */
  publishedQuestion: (id: string): Key => ({ pk: 'ANSWERS', sk: `QUESTION#${id}` }),
  publishedAnswer: (id: string): Key => ({ pk: `ANSWER#${id}`, sk: 'TEXT' }),
  /** Changes with whatever is published or withdrawn: documents, questions with their answers. */
  publishedStamp: (): Key => ({ pk: 'PUBLISHED', sk: 'STAMP' }),
  /** What an authority checks (Art. 32, 35): a draw, hours that were drawn, an order to a lower body, a violation. */
  inspection: (id: string): Key => ({ pk: `INSPECTION#${id}`, sk: 'INSPECTION' }),
  inspectionEntry: (id: string, sequence: number): Key => ({
    pk: `INSPECTION#${id}`,
    sk: `ENTRY#${sixDigits(sequence)}`,
  }),
  /** By which whoever is asked finds it. */
  inspectionAsked: (id: string): Key => ({ pk: `INSPECTION#${id}`, sk: 'ASKED' }),
  /** A part of the hours that a draw draws from. */
  samplingFrame: (id: string, part: number): Key => ({
    pk: `INSPECTION#${id}`,
    sk: `FRAME#${sixDigits(part)}`,
  }),
  /** What region and cities have published, without its text: one partition, read whole. */
  policy: (id: string): Key => ({ pk: 'POLICIES', sk: `POLICY#${id}` }),
  /** Who is written to when something is published: with the others of a shard. */
  subscription: (shard: number, accountId: AccountId): Key => ({
    pk: `SUBSCRIBERS#${shard}`,
    sk: `ACCOUNT#${accountId}`,
  }),
  /** How far the letters about a publication have come. */
  policyLetters: (id: string): Key => ({ pk: 'POLICYLETTERS', sk: `POLICY#${id}` }),
  policyText: (id: string): Key => ({ pk: `POLICY#${id}`, sk: 'TEXT' }),
  /** What of a person's year the statistics have counted. */
  counted: (staffId: StaffId, year: number): Key => ({ pk: `COUNTED#${staffId}`, sk: `YEAR#${year}` }),
  /** What of a request's way over a desk the statistics have counted. */
  countedDesk: (requestId: RequestId, organisationId: OrganisationId, year: number): Key => ({
    pk: `COUNTEDDESKS#${requestId}`,
    sk: `DESK#${organisationId}#${year}`,
  }),
  /** What was recorded in a month (`M`) or on a day (`D`) for a year at an organisation, counted. */
  statistic: (organisationId: OrganisationId, year: number, grain: 'M' | 'D', at: string): Key => ({
    pk: `STATISTICS#${organisationId}`,
    sk: `${year}#${grain}#${at}`,
  }),
  /** How far the counting has come. */
  counting: { pk: 'STATISTICS', sk: 'COUNTING' },
  /**
   * What somebody is found by: their name, or its pinyin. Not in their own partition, whose items are sealed and vouch for
   * one another.
   */
  named: (staffId: StaffId, as: string): Key => ({ pk: `NAMED#${staffId}`, sk: as }),
  /** How far the index of names has come. */
  namesKept: { pk: 'NAMED', sk: 'KEPT' },
  evidence: (id: string): Key => ({ pk: `EVIDENCE#${id}`, sk: 'EVIDENCE' }),
  /** The guard of Article 40: one achievement proof, one claim. */
  proof: (fingerprint: string): Key => ({ pk: `PROOF#${fingerprint}`, sk: 'PROOF' }),
} as const

/** Values of the `listed` index. */
export const lists = {
  desk: (organisationId: OrganisationId, role: string): string => `DESK#${organisationId}#${role}`,
  decidedBy: (accountId: AccountId): string => `DECIDED#${accountId}`,
  submittedBy: (accountId: AccountId): string => `SUBMITTED#${accountId}`,
  verifyCode: (code: string): string => `CODE#${code}`,
  personsOf: (institutionId: OrganisationId): string => `PERSONS#${institutionId}`,
  /** The authorities, or departments, right below one. */
  childrenOf: (parentId: OrganisationId): string => `CHILDREN#${parentId}`,
  /** The departments that stand under no other. */
  rootDepartments: 'DEPARTMENTS',
  /** The institutions of an authority. */
  institutionsOf: (authorityId: OrganisationId): string => `INSTITUTIONS#${authorityId}`,
  delegatedBy: (accountId: AccountId): string => `DELEGATED#${accountId}`,
  /** The mails that operators sent again. */
  resends: 'RESENDS',
  seatChangesOf: (accountId: AccountId): string => `SEATED#${accountId}`,
  /** The rows that were accepted on a day for a department and authority. */
  feedRows: (day: string, route: string): string => `FEEDROWS#${day}#${route}`,
  /** Who opened a complainant's identity, or a file that may tell it, by the moment. */
  complainantReadings: 'COMPLAINANTREADINGS',
  /** The complaints at a desk: those under way by their due date, then those that ended. */
  complaintsAt: (organisationId: OrganisationId): string => `COMPLAINTS#${organisationId}`,
  /** The questions at a desk: those to answer by their due date, then those that ended. */
  questionsAt: (organisationId: OrganisationId): string => `QUESTIONS#${organisationId}`,
  /** What an authority has drawn, asked and ordered: first what is under way, by its due date. */
  inspectionsOf: (kind: string, organisationId: OrganisationId): string =>
    `INSPECTIONS#${kind}#${organisationId}`,
  /** What an organisation was asked or ordered. */
  inspectionsAsked: (organisationId: OrganisationId): string => `INSPECTIONSASKED#${organisationId}`,
  /** The rows that a desk has to look at before they count. */
  feedHeld: (organisationId: OrganisationId): string => `FEEDHELD#${organisationId}`,
  /** The programmes that an organisation answers for, by their first day. */
  programmesOf: (organisationId: OrganisationId): string => `PROGRAMMES#${organisationId}`,
  /** The lecturers whom an organisation proposed. */
  lecturersOf: (organisationId: OrganisationId): string => `LECTURERS#${organisationId}`,
  /** What an organisation submitted to the libraries. */
  libraryOf: (organisationId: OrganisationId): string => `LIBRARYOF#${organisationId}`,
  /** The annual plans that were filed with an organisation, by organisation. */
  plansAt: (organisationId: OrganisationId, year: number): string => `PLANS#${organisationId}#${year}`,
  /** The enrolments that wait for an institution's word (Art. 34). */
  enrolmentsAsked: (institutionId: OrganisationId): string => `ENROLMENTSASKED#${institutionId}`,
} as const

/** Values of the `found` index. */
export const lookups = {
  claimsOf: (staffId: StaffId): string => `CLAIMS#${staffId}`,
  certificateNumber: (number: string): string => `NUMBER#${number}`,
  shard: (shard: number): string => `SHARD#${shard}`,
  /** The institutions of a department. */
  institutionsOf: (departmentId: OrganisationId): string => `INSTITUTIONS#${departmentId}`,
  /** The mails that an operator sent again. */
  resendsBy: (accountId: AccountId): string => `RESENT#${accountId}`,
  /** The changes of seats that an account made. */
  seatChangesBy: (accountId: AccountId): string => `SEATING#${accountId}`,
  /** What an account did to others: invited, suspended. */
  accountActsBy: (accountId: AccountId): string => `ACCOUNTACTS#${accountId}`,
  /** The tasks below an authority that are late for the second time. */
  overdueUnder: (organisationId: OrganisationId): string => `OVERDUE#${organisationId}`,
  /** The persons about whom an account or another system asked in batches. */
  readingsBy: (accountId: AccountId): string => `READ#${accountId}`,
  /** At whose pages an account has looked. */
  looksBy: (accountId: AccountId): string => `LOOKED#${accountId}`,
  /** Whose a number of an institution is, wherever that is. */
  staffNumber: (staffNo: string): string => `STAFFNO#${staffNo}`,
  /** The delivered rows that an account decided on. */
  feedResolvedBy: (accountId: AccountId): string => `FEEDRESOLVED#${accountId}`,
  /** The programmes that everybody may read, by the month of their first day. */
  publicProgrammes: (month: string): string => `PUBLICPROGRAMMES#${month}`,
  /** The classes that a person enrolled in, by their first day. */
  classesOf: (staffId: StaffId): string => `CLASSES#${staffId}`,
  /** Everybody who teaches, by name. */
  lecturers: 'LECTURERS',
  /** What a library holds, by name. */
  library: (kind: string): string => `LIBRARY#${kind}`,
  /** The draws from what a desk has recognised. */
  drawsFrom: (organisationId: OrganisationId): string => `DRAWSFROM#${organisationId}`,
  /** What of a person was drawn or found. */
  inspectionsAbout: (staffId: StaffId): string => `INSPECTIONSABOUT#${staffId}`,
  /** The overdue complaints of desks below one. */
  complaintsAbove: (organisationId: OrganisationId): string => `COMPLAINTSABOVE#${organisationId}`,
  /** The overdue questions of desks below one. */
  questionsAbove: (organisationId: OrganisationId): string => `QUESTIONSABOVE#${organisationId}`,
  /** What an account has asked. */
  questionsBy: (accountId: AccountId): string => `QUESTIONSBY#${accountId}`,
  openClaims: (shard: number): string => `OPEN#${shard}`,
} as const

/**
 * The names of an office's people, in their order: the value of `listed` for the authority that their institution names,
 * of `found` for its department, of `open` for the institution itself.
 */
export const namesAt = (organisationId: OrganisationId): string => `NAMED#${organisationId}`

/** The `open` value of what the libraries are to review, in the order in which it was submitted. */
export const LIBRARY_REVIEWS = 'LIBRARY_REVIEWS'

/** The `swept` value of acts that left their workflow work to do, in the order of their moments. */
export const AWAITING = 'AWAITING'
/** The `swept` value of organisations whose change of place has not reached all below. */
export const REDERIVING = 'REDERIVING'

/** Another: changes that placed an institution under another authority or department, by their moment. */
export const MOVED = 'MOVED'

/** Another: what desks are told in working hours, by its moment. */
export const DIGESTS = 'DIGESTS'

/** Another: loans that the version before made, and nobody has ended in their new time yet. */
export const LOANS_OF_BEFORE = 'LOANS_OF_BEFORE'

/** Another: complaints whose workflow has work to do. */
export const COMPLAINTS_AWAITING = 'COMPLAINTS_AWAITING'
/** Another: questions whose workflow has work to do. */
export const QUESTIONS_AWAITING = 'QUESTIONS_AWAITING'
/** Another: who asked, of questions that are over, by the day until which it is kept. */
export const ASKERS_KEPT = 'ASKERS_KEPT'
/** Another: readings of personal data, by the day until which their record is kept. */
export const LOOKS_KEPT = 'LOOKS_KEPT'
/** Another: inspections whose workflow has work to do. */
export const INSPECTIONS_AWAITING = 'INSPECTIONS_AWAITING'
/** Institutions whose people are being carried to another one, by the moment at which that began. */
export const REORGANISING = 'REORGANISING'
/** Closed classes whose claim is not filed in all its parts, by the moment of closing. */
export const CLASSES_CLOSING = 'CLASSES_CLOSING'
/** Another: the identities of complainants whose matter is over, by the day until which they are kept. */
export const COMPLAINANTS_KEPT = 'COMPLAINANTS_KEPT'

/** Another: ledgers that a night's walk found broken. */
export const BROKEN_LEDGERS = 'BROKEN_LEDGERS'
/** Another: requests, organisations and accounts whose record it found broken. */
export const BROKEN_RECORDS = 'BROKEN_RECORDS'

/**
 * Acts by their moment, whose person the statistics count and the index of names reads anew; entries are never moved or
 * removed. In several values, so that a long import does not meet in one.
 */
export const UNCOUNTED_PARTITIONS = 8
export const uncounted = (partition: number): string => `UNCOUNTED#${partition}`

/** Watches of the daily job lie in so many values of the `swept` index: a day with little due costs as many queries. */
export const WATCH_PARTITIONS = 8
export const watched = (partition: number): string => `WATCH#${partition}`
