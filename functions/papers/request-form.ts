import {
  categories,
  deemedKinds,
  justifiedGrounds,
  modes,
  postChangeKinds,
  postTypes,
  recordFacts,
  requestTypes,
  spanText,
  stages,
  subjects,
} from '../platform/words.ts'
import type { RequestView } from '../requests/request-shapes.ts'
import { requestActs, requestStatuses } from '../requests/words.ts'
import type { Facts, Paper, Part, Table } from './paper.ts'
import { paperWords } from './words.ts'

const words = paperWords.form

const kinds: Readonly<Record<string, { readonly zh: string }>> = {
  ...deemedKinds,
  ...postChangeKinds,
  ...recordFacts,
  ...justifiedGrounds,
}

type Row = readonly [label: string, value: string]

const said = (label: string, value: string | number | null): Row[] =>
  value === null ? [] : [[label, String(value)]]

const scopeText = ({ scope }: RequestView): string | null => {
  if (scope === null) return null
  return scope === 'all' ? words.scopeAll : words.scope(scope.professional, scope.public)
}

const factsOf = (request: RequestView): Facts => ({
  kind: 'facts',
  rows: [
    [words.number, request.id],
    [words.status, requestStatuses[request.status].zh],
    ...(request.staffName === '' ? [] : said(words.person, request.staffName)),
    [words.institution, request.institution],
    [words.submittedOn, request.submittedAt.slice(0, 10)],
    [words.subject, request.title],
    ...said(words.provider, request.provider),
    ...said(words.certificateNo, request.certificateNo),
    ...said(words.year, request.year),
    ...said(words.kind, request.kind === null ? null : (kinds[request.kind]?.zh ?? request.kind)),
    ...said(words.toPostType, request.toPostType && postTypes[request.toPostType].zh),
    ...said(words.effectiveOn, request.effectiveOn),
    ...said(words.granted, scopeText(request)),
    ...said(words.reason, request.reason),
    [words.evidence, words.evidenceCount(request.evidence.length)],
  ],
})

const linesOf = ({ lines }: RequestView): Table[] =>
  lines.length === 0
    ? []
    : [
        {
          kind: 'table',
          title: words.lines,
          none: paperWords.none,
          columns: [
            { title: words.line, share: 5 },
            { title: words.lineSubject, share: 10 },
            { title: words.category, share: 10 },
            { title: words.mode, share: 8 },
            { title: words.period, share: 22 },
            { title: words.claimed, share: 9, isNumber: true },
            { title: words.granted, share: 9, isNumber: true },
            { title: words.result, share: 10 },
          ],
          rows: lines.map((line, place) => [
            String(place + 1),
            subjects[line.subject].zh,
            categories[line.category].zh,
            modes[line.mode].zh,
            spanText(line.from, line.to).zh,
            String(line.hours),
            line.grantedHours === null ? '' : String(line.grantedHours),
            requestStatuses[line.status].zh,
          ]),
        },
      ]

const participantsOf = ({ participants }: RequestView): Table[] =>
  participants.length === 0
    ? []
    : [
        {
          kind: 'table',
          title: words.participants,
          none: paperWords.none,
          columns: [
            { title: words.line, share: 6, isNumber: true },
            { title: words.name, share: 16 },
            { title: words.staffId, share: 20 },
            { title: words.halfDays, share: 10, isNumber: true },
            { title: words.hours, share: 10, isNumber: true },
            { title: words.passed, share: 10 },
          ],
          rows: participants.map(({ name, staffId, halfDays, hours, passed }, place) => [
            String(place + 1),
            name,
            staffId,
            halfDays === null ? '' : String(halfDays),
            hours === null ? '' : String(hours),
            passed ? words.yes : words.no,
          ]),
        },
      ]

/** What the desks said, in the order in which they did; what reminds or hands on is no opinion. */
const OPINIONS: ReadonlySet<string> = new Set([
  'approve',
  'return',
  'reject',
  'refuse',
  'uphold',
  'pass_over',
])

const opinionsOf = ({ timeline, lines }: RequestView): Table => ({
  kind: 'table',
  title: words.opinions,
  none: paperWords.none,
  columns: [
    { title: words.stage, share: 17 },
    { title: words.opinion, share: 10 },
    { title: words.actor, share: 13 },
    { title: words.on, share: 12 },
    { title: words.explanation, share: 30 },
  ],
  rows: timeline
    .filter(({ act }) => OPINIONS.has(act))
    .map(({ stage, line, act, actorName, forName, at, reason, grantedHours }) => [
      [
        stage === null ? '' : stages[stage].zh,
        line === null || lines.length < 2 ? '' : `（${words.line} ${line + 1}）`,
      ].join(''),
      requestActs[act as keyof typeof requestActs].zh,
      forName === null ? actorName : words.forOther(actorName, forName),
      at.slice(0, 10),
      [grantedHours === null ? '' : `${words.granted} ${grantedHours}`, reason ?? '']
        .filter((text) => text !== '')
        .join('；'),
    ]),
})

/** A request as the form that offices file (申报表): what was claimed, and each desk's opinion. */
export const requestForm = (request: RequestView, madeOn: string): Paper => {
  const parts: Part[] = [
    factsOf(request),
    ...linesOf(request),
    ...participantsOf(request),
    opinionsOf(request),
    { kind: 'signatures', lines: [words.applicant, words.seal] },
  ]
  return { title: words.title(requestTypes[request.type].zh), madeOn, parts }
}
