import {
  accountAt,
  addressToken,
  allPlaces,
  askedPlaces,
  authorities,
  batchAt,
  type CallerName,
  CLIENT,
  certificateOf,
  checkAt,
  classAt,
  complaintAt,
  complaintDesks,
  decidedAt,
  delegationId,
  drawAt,
  EVIDENCE,
  entryAt,
  HELD_BY,
  inspectedDesks,
  institutions,
  LECTURER,
  libraryCourse,
  MAIL,
  orderAt,
  otherAccountAt,
  type PlaceId,
  places,
  programmeAt,
  questionAt,
  requestAt,
  staffAt,
  taskAt,
  withTasks,
} from './ground.ts'

/** How an operation is called on the object of a place. It need not succeed: what is asked is who is let in. */
export interface Call {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  readonly raw?: string
}

export interface Walked {
  /**
   * Where its objects stand. `none`: what belongs to nobody, or to the whole region; `seat`: what is always the
   * caller's own.
   */
  readonly at: readonly PlaceId[] | 'none' | 'seat'
  readonly call: (place: PlaceId, caller: CallerName) => Call
  /** The object is a new organisation below the place, not the place itself. */
  readonly below?: boolean
}

const person = (call: (id: string, place: PlaceId, caller: CallerName) => Call): Walked => ({
  at: institutions,
  call: (place, caller) => call(staffAt(place), place, caller),
})
const organisation = (call: (id: PlaceId) => Call): Walked => ({ at: allPlaces, call })
const account = (call: (id: string) => Call): Walked => ({
  at: institutions,
  call: (place) => call(accountAt(place)),
})
const task = (call: (id: string) => Call): Walked => ({ at: withTasks, call: (place) => call(taskAt(place)) })
const request = (call: (id: string) => Call, what?: string): Walked => ({
  at: institutions,
  call: (place) => call(requestAt(place, what)),
})
const question = (call: (id: string) => Call): Walked => ({
  at: complaintDesks,
  call: (place) => call(questionAt(place)),
})
const complaint = (call: (id: string) => Call): Walked => ({
  at: complaintDesks,
  call: (place) => call(complaintAt(place)),
})
/** A draw from what the place recognised. */
const draw = (call: (id: string) => Call): Walked => ({
  at: inspectedDesks,
  call: (place) => call(drawAt(place)),
})
/** What the place was asked. */
const inspection = (call: (id: string) => Call): Walked => ({
  at: askedPlaces,
  call: (place) => call(orderAt(place)),
})
/** A class that the place holds. */
const ownClass = (call: (id: string) => Call): Walked => ({
  at: allPlaces,
  call: (place) => call(classAt(place)),
})
const anything = (call: Call = {}): Walked => ({ at: 'none', call: () => call })

const reason = '工作需要'
const delay = (staffId: string) => ({ type: 'make_up_delay', staffId, year: 2026, reason, evidence: [] })
const exemption = {
  type: 'record_change',
  fact: 'leader',
  value: true,
  from: '2026-03-01',
  reason,
  evidence: ['none'],
}
const execution = { workflow: 'recognition', name: 'r-1-0' }
const year = { year: '2026' }
const csv = (place: PlaceId): Call => ({
  query: { kind: 'roster', mode: 'preview', institution: place },
  ...fileOf('x'),
})

const programme = {
  title: '师德专题培训',
  courses: [
    {
      ...{ title: '师德', category: 'in_service', subject: 'public', mode: 'online', kind: 'remote' },
      ...{ feeFen: 0, minutes: 45, lecturers: [], from: '2026-11-01', to: '2026-11-02', hours: 1 },
    },
  ],
  sessions: [],
  place: '线上',
  capacity: 10,
  audience: { organisations: [], postTypes: [] },
  plan: { why: '临时安排' },
  budget: '单位经费',
}

/** A form with a file of these lines. */
const fileOf = (content: string): Call => ({
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  raw: `--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--b--\r\n`,
})

/** Every operation that asks for a session, by its id. */
export const calls: Readonly<Record<string, (provider: string) => Walked>> = {
  me: () => anything(),
  'list-delegations': () => anything(),
  delegate: () => ({
    at: 'seat',
    call: () => ({ body: { to: 'spare', startsOn: '2026-06-20', endsOn: '2026-06-21' } }),
  }),
  'find-colleagues': () => ({ at: 'seat', call: () => ({ body: { name: '人' } }) }),
  'end-delegation': () => ({ at: ['i'], call: () => ({ params: { id: delegationId } }) }),
  'list-organisations': () => ({ at: authorities, call: (parent) => ({ query: { parent } }) }),
  'read-organisation': () => organisation((id) => ({ params: { id } })),
  'register-organisation': () => ({
    at: authorities,
    below: true,
    call: (authorityId) => ({
      body: { name: '新机构', kind: 'institution', level: 'county', authorityId, reason },
    }),
  }),
  'change-organisation': () => organisation((id) => ({ params: { id }, body: { version: 99, reason } })),
  'preview-move': () => organisation((id) => ({ params: { id } })),
  'preview-reorganisation': () => organisation((id) => ({ params: { id }, query: { into: 'none' } })),
  reorganise: () => organisation((id) => ({ params: { id }, body: { into: 'none', reason } })),
  'list-seats': () => organisation((id) => ({ params: { id } })),
  'change-seat': () =>
    organisation((id) => ({
      params: { id },
      body: { action: 'add', accountId: 'spare', role: places[id].kind, reason },
    })),
  'read-news': () => anything(),
  'mark-news-seen': () => anything({ body: { asOf: '2026-06-15T09:00:00+08:00' } }),
  'read-calendar': () => anything(),
  'read-request-form': () => request((id) => ({ params: { id } })),
  'read-ledger-sheet': () => person((id) => ({ params: { id } })),
  'read-year-list': () => ({
    at: institutions,
    call: (institution) => ({ params: year, query: { institution } }),
  }),
  'read-year-certificates': () => ({
    at: institutions,
    call: (institution) => ({ params: year, query: { institution } }),
  }),
  'read-progress': () => ({
    at: institutions,
    call: (institution) => ({ params: year, query: { institution } }),
  }),
  'list-short': () => ({
    at: institutions,
    call: (institution) => ({ params: year, query: { institution } }),
  }),
  'remind-short': () => ({
    at: institutions,
    call: (institution) => ({ params: { year: '2025' }, body: { institution } }),
  }),
  'read-statistics': () => organisation((id) => ({ params: year, query: { organisation: id } })),
  'list-statistics': () => organisation((id) => ({ params: year, query: { organisation: id } })),
  'export-statistics': () =>
    organisation((id) => ({ params: year, query: { organisation: id, format: 'csv' } })),
  'list-clients': () => anything(),
  'register-client': () => anything({ body: { id: 'hr', name: '人事系统', organisationId: 'c', reason } }),
  'end-client': () => anything({ params: { id: CLIENT }, body: { reason } }),
  'list-providers': () => anything(),
  'list-rates': () => anything(),
  'read-parameters': () => anything(),
  'register-provider': () =>
    anything({
      body: { name: '网络学院', aliases: [], listedFrom: '2026-01-01', listedUntil: null, reason },
    }),
  'change-provider': (id) => anything({ params: { id }, body: { version: 99, reason } }),
  'set-rates': () =>
    anything({
      body: {
        validFrom: '2020-01-01',
        rates: Object.fromEntries(
          ['practice', 'conference', 'lecture', 'visit'].map((kind) => [
            kind,
            { hoursPerUnit: 4, unit: 'half_day', mostHoursAYear: 20 },
          ]),
        ),
        reason,
      },
    }),
  'set-parameters': () => anything({ body: { effectiveFrom: '2020-01-01', reason } }),
  'list-requests': () => anything(),
  'read-request': () => request((id) => ({ params: { id } })),
  'read-class-part': () => request((id) => ({ params: { id } })),
  'submit-request': () =>
    person((id, place, caller) => ({
      // What one asks for oneself, and what those file who know the person's record.
      body: caller === 'person' ? delay(id) : { ...exemption, staffId: id },
      headers: { 'idempotency-key': `filed ${place}` },
    })),
  'submit-objection': () =>
    person((staffId) => ({ body: { about: { staffId, entry: 1 }, reason, evidence: ['none'] } })),
  'withdraw-request': () => request((id) => ({ params: { id } }), 'q'),
  'resubmit-request': () => ({
    at: institutions,
    call: (place) => ({ params: { id: requestAt(place) }, body: delay(staffAt(place)) }),
  }),
  'upload-evidence': () => anything({ headers: { 'content-type': 'application/json' }, raw: '{}' }),
  'complete-evidence': () => anything({ params: { id: 'none' } }),
  'read-evidence': () => request((id) => ({ params: { id, evidence: EVIDENCE } })),
  'list-tasks': () => anything(),
  'search-tasks': () => anything({ body: { words: '培训' } }),
  'read-subscription': () => anything(),
  'change-subscription': () => anything({ body: { subscribed: true } }),
  'read-phrases': () => anything(),
  'keep-phrase': () => anything({ body: { keep: '材料属实。' } }),
  'read-task': () => request((id) => ({ params: { id: `${id}.1.institution` } })),
  'decide-task': () => task((id) => ({ params: { id }, body: { decision: 'approve' } })),
  'approve-tasks': () => task((id) => ({ body: { tasks: [id] } })),
  'return-tasks': () => task((id) => ({ body: { tasks: [id], reason } })),
  'reassign-task': () => task((id) => ({ params: { id }, body: { to: 'nobody' } })),
  'opinion-on-task': () => task((id) => ({ params: { id }, body: { to: 'nobody' } })),
  'take-back-decision': () => task((id) => ({ params: { id } })),
  'take-over-task': () => request((id) => ({ params: { id: `${id}.1.institution` } })),
  'remind-task': () => request((id) => ({ params: { id: `${id}.1.institution` } })),
  'list-certificates': () => person((staff) => ({ query: { staff } })),
  'read-certificate': () => person((_, place) => ({ params: { number: certificateOf(place) } })),
  'read-certificate-pdf': () => person((_, place) => ({ params: { number: certificateOf(place) } })),
  'revoke-certificate': () =>
    person((_, place) => ({ params: { number: certificateOf(place) }, body: { reason } })),
  'certify-anew': () =>
    person((_, place) => ({ params: { number: certificateOf(place) }, body: { reason } })),
  'read-year': () => organisation((id) => ({ params: year, query: { organisation: id } })),
  'read-rehearsal': () => organisation((id) => ({ params: year, query: { organisation: id } })),
  'list-results': () => organisation((id) => ({ params: year, query: { organisation: id } })),
  'list-year-organisations': () => organisation((id) => ({ params: year, query: { parent: id } })),
  'export-results': () => organisation((id) => ({ params: year, query: { organisation: id } })),
  'start-close': () => anything({ params: year }),
  'start-rehearsal': () => anything({ params: year }),
  'redrive-close': () => anything({ params: year }),
  'list-persons': () => person((_, institution) => ({ query: { institution } })),
  'read-person': () => person((id) => ({ params: { id } })),
  'list-looks': () => person((id) => ({ params: { id } })),
  'list-person-changes': () => person((id) => ({ params: { id } })),
  'list-released': () => person((_, id) => ({ params: { id } })),
  'register-person': () =>
    person((_, institutionId) => ({
      body: {
        ...{ institutionId, name: '新来的人', postType: 'worker', hiredOn: '2026-01-01' },
        ...{ leader: false, onRegister: true, highLevelTalent: false, terms: [], leaves: [] },
      },
    })),
  'change-person': () => person((id) => ({ params: { id }, body: { version: 99, reason, name: '新名字' } })),
  'read-ledger': () => person((id) => ({ params: { id } })),
  'read-entries': () => person((id) => ({ params: { id } })),
  'read-training-archive': () => person((id) => ({ params: { id } })),
  'read-eligibility': () => person((id) => ({ params: { id } })),
  'check-eligibility': () =>
    person((staffId) => ({ body: { checks: [{ staffId, business: 'contract_renewal' }] } })),
  'correct-entry': () =>
    person((id, _, caller) => ({
      params: { id },
      body: {
        entry: caller.startsWith('department') ? decidedAt.department : decidedAt.authority,
        void: true,
        reason,
      },
      headers: { 'idempotency-key': 'correction' },
    })),
  'record-justified': () => person((id) => ({ params: { id }, body: { year: 2025, reason } })),
  'list-broken-ledgers': () => anything(),
  'find-organisations': () => anything({ body: { text: '中学' } }),
  'find-anything': () => anything({ body: { text: '李' } }),
  'read-merge': () => person((id) => ({ params: { id }, query: { from: id } })),
  'propose-merge': () => person((id) => ({ params: { id }, body: { from: id, reason } })),
  'confirm-merge': () => person((id) => ({ params: { id } })),
  'read-restoration': () => person((id) => ({ params: { id } })),
  'propose-restoration': () => person((id) => ({ params: { id }, body: { keep: 0, reason } })),
  'confirm-restoration': () => person((id) => ({ params: { id } })),
  'create-learner-code': () => person((id) => ({ params: { id } })),
  'list-held-completions': () => ({ at: 'seat', call: () => ({}) }),
  'file-programme': () =>
    organisation((organiserId) => ({
      body: { ...programme, organiserId },
      headers: { 'idempotency-key': `filed ${organiserId}` },
    })),
  'refile-programme': () => ({
    at: institutions,
    call: (place) => ({
      params: { id: programmeAt(place) },
      body: { ...programme, organiserId: place },
    }),
  }),
  'read-programme': () => anything({ params: { id: 'none' } }),
  'list-own-programmes': () => organisation((id) => ({ params: { id } })),
  'read-training-plan': () => anything({ params: { id: 'none' }, query: { year: '2026' } }),
  'list-training-plans': () => organisation((id) => ({ params: { id }, query: { year: '2026' } })),
  'keep-training-plan': () =>
    organisation((id) => ({
      params: { id },
      body: { year: 2026, rows: [], file: false, version: 0 },
    })),
  'list-untrained': () => organisation((id) => ({ params: { id }, query: { year: '2026' } })),
  'list-programme-figures': () => organisation((id) => ({ params: { id }, query: { year: '2026' } })),
  'list-lecturers': () => anything(),
  'propose-lecturer': () =>
    organisation((organisationId) => ({
      body: { organisationId, name: '名', field: '师德' },
      headers: { 'idempotency-key': `proposed ${organisationId}` },
    })),
  'vet-lecturer': () =>
    organisation((organisationId) => ({ params: { id: LECTURER }, body: { organisationId } })),
  'remove-lecturer': () => anything({ params: { id: LECTURER }, body: { reason } }),
  'list-library-reviews': () => anything(),
  'list-submitted-entries': () => organisation((id) => ({ params: { id } })),
  'read-taught-classes': () => organisation((place) => ({ params: { id: entryAt(place) } })),
  'read-library-entry': () => organisation((place) => ({ params: { id: entryAt(place) } })),
  'submit-to-library': () =>
    organisation((organisationId) => ({
      body: { organisationId, entry: libraryCourse },
      headers: { 'idempotency-key': `submitted ${organisationId}` },
    })),
  'renew-library-entry': () =>
    organisation((place) => ({
      params: { id: entryAt(place) },
      body: { entry: libraryCourse, version: 99 },
    })),
  'review-library-entry': () =>
    organisation((place) => ({ params: { id: entryAt(place) }, body: { approves: true, reason } })),
  'set-library-standing': () =>
    anything({ params: { id: entryAt('i') }, body: { act: 'mark_excellent', reason } }),
  'list-batch-rows': () => ({ at: authorities, call: (place) => ({ params: { id: batchAt(place) } }) }),
  'deliver-signed-file': () => anything({ body: { file: 'a.b.c' } }),
  'resolve-completion': () =>
    person((_, place) => ({
      body: { providerId: HELD_BY, recordNo: place, version: 99, action: 'refuse', reason },
    })),
  'list-classes': () => anything(),
  'read-class': () => anything({ params: { id: classAt('rd') } }),
  'read-class-desk': () => ownClass((id) => ({ params: { id } })),
  'read-session-code': () => ownClass((id) => ({ params: { id }, query: { session: 'none' } })),
  'enrol-in-class': () =>
    person((staffId) => ({ params: { id: classAt('rd') }, body: { staffIds: [staffId] } })),
  'answer-class-enrolment': () =>
    person((staffId) => ({ params: { id: classAt('rd') }, body: { staffId, action: 'leave' } })),
  'attend-class': () => anything({ params: { id: classAt('rd') }, body: { code: 'none' } }),
  'record-class-attendance': () =>
    ownClass((id) => ({
      params: { id },
      body: { session: 'none', entries: [{ staffId: 'none', present: true }] },
    })),
  'cancel-class': () => ownClass((id) => ({ params: { id }, body: { reason } })),
  'read-class-evaluation': () => ownClass((id) => ({ params: { id } })),
  'evaluate-class': () => anything({ params: { id: classAt('rd') }, body: { scores: [5, 5, 5, 5, 5] } }),
  'post-class-notice': () => ownClass((id) => ({ params: { id }, body: { title: '教材', text: '请自带' } })),
  'change-class': () => ownClass((id) => ({ params: { id }, body: { reason } })),
  'read-class-file': () => anything({ params: { id: classAt('rd'), file: 'e-none' } }),
  'close-class': () => ownClass((id) => ({ params: { id }, body: { results: [] } })),
  'import-file': () => person((_, place) => csv(place)),
  'import-organisations': () => ({ at: 'seat', call: () => fileOf('机构名称\r\n某机构') }),
  'import-seats': () => ({ at: 'seat', call: () => fileOf('机构,姓名,邮箱') }),
  'export-persons': () => person((_, institution) => ({ query: { institution } })),
  'read-import-template': () => anything({ params: { kind: 'persons' } }),
  'list-executions': () => anything(),
  'count-executions': () => anything(),
  'read-execution': () => anything({ params: execution }),
  'list-execution-events': () => anything({ params: execution }),
  'redrive-execution': () => anything({ params: execution, body: { reason } }),
  'redrive-executions': () => anything({ body: { executions: [execution], reason } }),
  'list-mails': () => anything(),
  'resend-mail': () => anything({ params: { id: MAIL } }),
  'list-accounts': () => organisation((id) => ({ query: { organisation: id } })),
  'read-account': () => account((id) => ({ params: { id } })),
  'invite-account': () =>
    person((staffId, place) => ({
      body: { name: '名字', email: `some.${place}@people.example`, staffId, reason },
      headers: { 'idempotency-key': `account ${place}` },
    })),
  'send-invitation': () => account((id) => ({ params: { id } })),
  'withdraw-invitation': () => account((id) => ({ params: { id }, body: { reason } })),
  'suspend-account': () => ({
    at: institutions,
    call: (place) => ({ params: { id: otherAccountAt(place) }, body: { reason } }),
  }),
  'resume-account': () => ({
    at: institutions,
    call: (place) => ({ params: { id: otherAccountAt(place) }, body: { reason } }),
  }),
  'change-address': () => account((id) => ({ params: { id }, body: { email: 'other@people.example' } })),
  'link-person': () => account((id) => ({ params: { id }, body: { staffId: 'nobody', reason } })),
  'confirm-address': () => ({
    at: institutions,
    call: (place) => ({ params: { token: addressToken(place) } }),
  }),
  'read-checklist': () => anything(),
  'test-mail': () => anything(),
  'read-invitation': () => anything({ params: { token: 'none' } }),
  'bind-invitation': () => anything({ params: { token: 'none' } }),
  'bind-by-claim': () => anything(),
  'list-complaints': () => ({ at: 'seat', call: () => ({}) }),
  'read-complaint': () => complaint((id) => ({ params: { id } })),
  'enter-complaint': () => ({
    at: 'seat',
    call: () => ({
      body: { channel: 'letter', described: '某单位', text: '内容' },
      headers: { 'idempotency-key': 'letter' },
    }),
  }),
  'act-on-complaint': () => complaint((id) => ({ params: { id }, body: { act: 'note', text: reason } })),
  'read-complainant': () => complaint((id) => ({ params: { id }, body: { reason } })),
  'read-complaint-file': () => complaint((id) => ({ params: { id, number: '1' }, body: { reason } })),
  'ask-with-account': () => anything({ headers: { 'idempotency-key': 'x' }, body: { text: reason } }),
  'list-own-questions': () => anything(),
  'list-questions': () => ({ at: 'seat', call: () => ({}) }),
  'read-question': () => question((id) => ({ params: { id } })),
  'act-on-question': () =>
    question((id) => ({ params: { id }, body: { act: 'answer', text: reason, articles: [] } })),
  'list-complainant-readings': () => anything(),
  'read-complaint-settings': () => anything(),
  'set-complaint-settings': () => anything({ body: { aboveRegionId: null, reason } }),
  'list-draws': () => ({ at: 'seat', call: () => ({}) }),
  'read-draw': () => draw((id) => ({ params: { id } })),
  'read-draw-document': () => draw((id) => ({ params: { id } })),
  'read-sampling-frame': () => draw((id) => ({ params: { id } })),
  'order-draw': () => ({
    at: allPlaces,
    call: (place) => ({
      body: {
        ...{ deskId: place, from: '2026-01-01', to: '2026-05-31', bySign: 0, byLot: 1, reason },
      },
      headers: { 'idempotency-key': `draw ${place}` },
    }),
  }),
  'list-inspections': () => anything({ query: { box: 'asked' } }),
  'read-inspection': () => inspection((id) => ({ params: { id } })),
  'read-inspection-evidence': () => inspection((id) => ({ params: { id, evidence: EVIDENCE } })),
  'answer-inspection': () => inspection((id) => ({ params: { id }, body: { text: reason } })),
  'check-inspection': () => ({
    at: authorities,
    call: (place) => ({ params: { id: checkAt(place) }, body: { act: 'verify', text: reason } }),
  }),
  'order-supervision': () => ({
    at: allPlaces,
    call: (place) => ({
      body: { bodyId: place, text: reason, article: '35', until: '2026-07-01' },
      headers: { 'idempotency-key': `order ${place}` },
    }),
  }),
  'find-violation': () =>
    person((id) => ({
      body: { staffId: id, text: reason },
      headers: { 'idempotency-key': `violation ${id}` },
    })),
  'list-violations': () => person((id) => ({ params: { id } })),
  'preview-policy': () => ({
    at: 'seat',
    call: () => ({
      body: {
        ...{ kind: 'policy', number: '〔2026〕2号', title: '通知', summary: '要点', text: '正文' },
        ...{ articles: ['7'], inForceFrom: '2027-07-01' },
      },
    }),
  }),
  'publish-policy': () => ({
    at: 'seat',
    call: () => ({
      body: {
        ...{ kind: 'policy', number: '〔2026〕1号', title: '通知', summary: '要点', text: '正文' },
        ...{ articles: ['7'], inForceFrom: '2026-07-01' },
      },
      headers: { 'idempotency-key': 'policy' },
    }),
  }),
  'search-audit': () => organisation((id) => ({ query: { organisation: id } })),
}
