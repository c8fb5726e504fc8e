import type { WorkflowName } from '../../../workflows/contract.ts'

/**
 * What the definitions of the version before know: an execution that is under way in somebody's data folder ends
 * with the definition that it began with, and calls functions by these names, with these payloads, and reads these
 * answers. The definitions stand beside this file as they were. Nothing here follows the code: it is the past.
 */
export interface Known {
  readonly workflow: WorkflowName
  /** By placeholder. */
  readonly functions: Readonly<Record<string, KnownFunction>>
  /** The errors that the definition catches by name, apart from `States.*`. */
  readonly errors: readonly string[]
  /** Together they lead through every state. */
  readonly ways: readonly Way[]
}

export interface KnownFunction {
  readonly name: string
  readonly payload: Fields
  readonly answer: Fields | null
  /** What the execution's token is answered with, where the function takes one. */
  readonly tokenAnswer?: Fields
}

/** One way through a definition. */
export interface Way {
  readonly called: string
  readonly input: Fields
  /** What functions answer in turn, by name; where nothing is said, as in `functions`. */
  readonly answers?: Readonly<Record<string, readonly (Fields | Failure)[]>>
  /** What becomes of the tokens, in turn: answered, failed with an error of this name, or left until it is late. */
  readonly tokens: readonly string[]
  readonly path: readonly string[]
  readonly status: 'SUCCEEDED' | 'FAILED'
}

export type Fields = Readonly<Record<string, unknown>>

/** A function that throws. */
export interface Failure {
  readonly error: string
}

/** Seven days: what a desk has, and a filing that waits. */
export const PATIENCE = 7 * 86_400

const line = { requestId: 'r1', line: 0 }
const roundOfLine = { requestId: 'r1', round: 1, line: 0 }
const start = { ...roundOfLine, patienceSeconds: PATIENCE, waits: 0 }
const late = { ...roundOfLine, stage: 'authority', waits: 1 }
const tokenAnswer = { patienceSeconds: PATIENCE, waits: 0 }
const endings = ['Returned', 'Rejected', 'Withdrawn']

const humanStep = {
  OpenTask: {
    name: 'open-task',
    payload: { ...roundOfLine, stage: 'authority', token: 't1' },
    answer: null,
    tokenAnswer,
  },
  RemindDesk: { name: 'remind-desk', payload: late, answer: { patienceSeconds: PATIENCE } },
  EscalateDesk: {
    name: 'escalate-desk',
    payload: { ...late, waits: 2 },
    answer: { patienceSeconds: PATIENCE },
  },
  EndLine: { name: 'end-line', payload: roundOfLine, answer: null },
}

/** A desk lets its time pass twice, is reminded, then its head is asked; now it has the task a third time. */
const lateTwice = (desk: string): readonly string[] => [
  desk,
  'Has the desk been reminded',
  'Remind the desk',
  'Go back to the desk',
  desk,
  'Has the desk been reminded',
  "Escalate to the desk's head",
  'Go back to the desk',
  desk,
]

/** The ways of the two workflows whose route is institution, department, authority. */
const threeDesks = (outcome: string): readonly Way[] => [
  {
    called: 'three desks approve',
    input: { ...start, recognisedBy: 'department' },
    tokens: ['answered', 'answered', 'answered'],
    path: [
      'The institution confirms',
      'Which desk recognises',
      'The department recognises',
      'The authority decides',
      outcome,
    ],
    status: 'SUCCEEDED',
  },
  {
    called: 'two desks approve, both late',
    input: { ...start, recognisedBy: 'authority' },
    tokens: ['late', 'late', 'answered', 'late', 'late', 'answered'],
    path: [
      ...lateTwice('The institution confirms'),
      'Which desk recognises',
      ...lateTwice('The authority decides'),
      outcome,
    ],
    status: 'SUCCEEDED',
  },
  {
    called: 'a late department approves',
    input: { ...start, recognisedBy: 'department' },
    tokens: ['answered', 'late', 'late', 'answered', 'answered'],
    path: [
      'The institution confirms',
      'Which desk recognises',
      ...lateTwice('The department recognises'),
      'The authority decides',
      outcome,
    ],
    status: 'SUCCEEDED',
  },
  ...endings.map(
    (error): Way => ({
      called: `the authority's task ends as ${error}`,
      input: { ...start, recognisedBy: 'authority' },
      tokens: ['answered', error],
      path: [
        'The institution confirms',
        'Which desk recognises',
        'The authority decides',
        'Tell the person how it ended',
      ],
      status: 'SUCCEEDED',
    }),
  ),
]

const recognition: Known = {
  workflow: 'recognition',
  functions: { ...humanStep, CreditLine: { name: 'credit-line', payload: line, answer: null } },
  errors: endings,
  ways: threeDesks('Credit the ledger'),
}

const deemed: Known = {
  workflow: 'deemed',
  functions: { ...humanStep, RecordDeemed: { name: 'record-deemed', payload: line, answer: null } },
  errors: endings,
  ways: threeDesks('Record that the year is deemed complete'),
}

const makeUpDelay: Known = {
  workflow: 'make-up-delay',
  functions: { ...humanStep, RecordDelay: { name: 'record-delay', payload: line, answer: null } },
  errors: endings,
  ways: [
    {
      called: 'a late department approves',
      input: { ...start, decidedBy: 'department' },
      tokens: ['late', 'late', 'answered'],
      path: ['Who decides', ...lateTwice('The department decides'), 'Record the delay'],
      status: 'SUCCEEDED',
    },
    {
      called: 'a late authority approves',
      input: { ...start, decidedBy: 'authority' },
      tokens: ['late', 'late', 'answered'],
      path: ['Who decides', ...lateTwice('The authority decides'), 'Record the delay'],
      status: 'SUCCEEDED',
    },
    ...endings.map(
      (error): Way => ({
        called: `the department's task ends as ${error}`,
        input: { ...start, decidedBy: 'department' },
        tokens: [error],
        path: ['Who decides', 'The department decides', 'Tell the person how it ended'],
        status: 'SUCCEEDED',
      }),
    ),
  ],
}

const standing = (training: 'complete' | 'awaited' | 'missing') => ({
  training,
  secondsLeft: PATIENCE,
  patienceSeconds: PATIENCE,
  waits: 0,
})
const look = ['Look at the transfer training', 'How does the training stand']

const postChange: Known = {
  workflow: 'post-change',
  functions: {
    ...humanStep,
    JudgeChange: { name: 'judge-change', payload: line, answer: standing('complete') },
    HoldChange: {
      name: 'hold-change',
      payload: { requestId: 'r1', token: 't1' },
      answer: null,
      tokenAnswer,
    },
    RecordChange: { name: 'record-change', payload: line, answer: null },
    RefuseChange: { name: 'refuse-change', payload: line, answer: null },
  },
  errors: endings,
  ways: [
    {
      called: 'the training is there, and a late authority approves',
      input: start,
      tokens: ['late', 'late', 'answered'],
      path: [
        ...look,
        'The authority decides',
        'Has the desk been reminded',
        'Remind the desk',
        'The authority decides',
        'Has the desk been reminded',
        "Escalate to the desk's head",
        'The authority decides',
        'Record the change',
      ],
      status: 'SUCCEEDED',
    },
    {
      called: 'the ledger ends the wait for the training',
      input: start,
      answers: { 'judge-change': [standing('awaited')] },
      tokens: ['answered', 'answered'],
      path: [...look, 'Wait for the training', 'The authority decides', 'Record the change'],
      status: 'SUCCEEDED',
    },
    {
      called: 'the last day goes by without the training',
      input: start,
      answers: { 'judge-change': [standing('awaited'), standing('missing')] },
      tokens: ['late'],
      path: [...look, 'Wait for the training', ...look, 'Refuse the filing'],
      status: 'SUCCEEDED',
    },
    ...endings.flatMap((error): Way[] => [
      {
        called: `the wait for the training ends as ${error}`,
        input: start,
        answers: { 'judge-change': [standing('awaited')] },
        tokens: [error],
        path: [...look, 'Wait for the training', 'Tell the person how it ended'],
        status: 'SUCCEEDED',
      },
      {
        called: `the authority's task ends as ${error}`,
        input: start,
        tokens: [error],
        path: [...look, 'The authority decides', 'Tell the person how it ended'],
        status: 'SUCCEEDED',
      },
    ]),
  ],
}

const daily: Known = {
  workflow: 'daily',
  functions: {
    NotifyDue: {
      name: 'notify-due',
      payload: { day: '2026-06-01' },
      answer: { looked: 0, more: false },
    },
  },
  errors: [],
  ways: [
    {
      called: 'two rounds',
      input: { day: '2026-06-01' },
      answers: { 'notify-due': [{ looked: 200, more: true }] },
      tokens: [],
      path: [
        'Tell people of their dates',
        'Are there more',
        'Tell people of their dates',
        'Are there more',
        'The day is done',
      ],
      status: 'SUCCEEDED',
    },
  ],
}

const certificate = { staffId: 's1', obligation: 'annual:2026' }
const due = ['Find what is due', 'What is due']

const settle: Known = {
  workflow: 'settle',
  functions: {
    FindDue: { name: 'find-due', payload: { staffId: 's1' }, answer: { action: 'none' } },
    IssueCertificate: {
      name: 'issue-certificate',
      payload: certificate,
      answer: { number: 'N1', revision: 1 },
    },
    ReviseCertificate: {
      name: 'revise-certificate',
      payload: certificate,
      answer: { number: 'N1', revision: 2 },
    },
    RenderCertificate: {
      name: 'render-certificate',
      payload: { number: 'N1' },
      answer: { number: 'N1' },
    },
    TellCertificate: {
      name: 'tell-certificate',
      payload: { number: 'N1', revision: 1 },
      answer: null,
    },
    CorrectResult: { name: 'correct-result', payload: { staffId: 's1', year: 2025 }, answer: null },
  },
  errors: ['GlyphMissing'],
  ways: [
    {
      called: 'everything that can be due, one after the other',
      input: { staffId: 's1' },
      answers: {
        'find-due': [
          { action: 'issue', obligation: 'annual:2026' },
          { action: 'correct', obligation: 'annual:2026' },
          { action: 'revoke', obligation: 'annual:2026' },
          { action: 'result', year: 2025 },
        ],
      },
      tokens: [],
      path: [
        ...due,
        'Issue the certificate',
        'Render the certificate',
        'Tell the person of the certificate',
        ...due,
        'Correct the certificate',
        'Tell the person of the certificate',
        ...due,
        'Revoke the certificate',
        'Tell the person of the certificate',
        ...due,
        'Correct the result of a closed year',
        ...due,
        'Nothing more is due',
      ],
      status: 'SUCCEEDED',
    },
    {
      called: 'the font lacks a character',
      input: { staffId: 's1' },
      answers: {
        'find-due': [{ action: 'issue', obligation: 'annual:2026' }],
        'issue-certificate': [{ error: 'GlyphMissing' }],
      },
      tokens: [],
      path: [...due, 'Issue the certificate', 'The font lacks a character'],
      status: 'FAILED',
    },
  ],
}

const run = { year: 2026, mode: 'close', run: 1 }
const shard = { ...run, shard: 0 }
const untilSummedUp = [
  'Freeze the edition',
  'List the shards',
  'Wait for what is on its way',
  'Assess every shard',
  'Sum up',
  'Is every shard finished',
]

const yearClose: Known = {
  workflow: 'year-close',
  functions: {
    FreezeYear: { name: 'freeze-year', payload: run, answer: { ...run, waitSeconds: 65 } },
    ListShards: { name: 'list-shards', payload: run, answer: { shards: [0] } },
    AssessPage: { name: 'assess-page', payload: shard, answer: { ...shard, finished: true } },
    SumUpYear: { name: 'sum-up-year', payload: run, answer: { unfinished: 0 } },
    ReportYear: { name: 'report-year', payload: run, answer: null },
    FailYear: { name: 'fail-year', payload: run, answer: null },
  },
  errors: [],
  ways: [
    {
      called: 'a shard of two pages',
      input: run,
      answers: { 'assess-page': [{ ...shard, finished: false }] },
      tokens: [],
      path: [...untilSummedUp, 'Report to the authorities', 'Closed'],
      status: 'SUCCEEDED',
    },
    {
      called: 'a shard that could not be finished',
      input: run,
      answers: { 'sum-up-year': [{ unfinished: 1 }] },
      tokens: [],
      path: [...untilSummedUp, 'Say that it failed', 'Failed'],
      status: 'FAILED',
    },
  ],
}

export const knownBefore: readonly Known[] = [
  recognition,
  makeUpDelay,
  postChange,
  deemed,
  daily,
  settle,
  yearClose,
]
