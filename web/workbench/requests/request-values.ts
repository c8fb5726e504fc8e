import type {
  ClaimLine,
  Request,
  ResubmitRequestData,
  SubmitRequestData,
} from '../../shared/api/types.gen.ts'
import type { Proof } from '../parts/evidence-upload.tsx'

export type Body = SubmitRequestData['body']
export type RequestType = Body['type']
export const requestTypes: readonly RequestType[] = [
  'recognition',
  'make_up_delay',
  'deemed',
  'justified_reason',
  'post_change',
  'record_change',
  'objection',
]

/** A line as a form holds it: days instead of half-days, for that is how people count. */
export interface LineValues extends Omit<ClaimLine, 'halfDays' | 'from' | 'to' | 'activity'> {
  /** Of an activity of Article 37 its kind, and days or sessions in place of days and hours. */
  activityKind?: string
  quantity?: number
  from?: string
  to?: string
  days?: number
  /** Of a returned claim: a line that is claimed no more. */
  isDropped?: boolean
}

/** What a form holds, whatever the type of its request. Dates are calendar days, `2026-05-11`. */
export interface RequestValues {
  /** Names the request: sent again after a lost connection, it is the same one. */
  key?: string
  staffId?: string
  evidence: readonly Proof[]
  /** Papers that may recur: no proofs of anybody. */
  supporting?: readonly Proof[]
  title?: string
  provider?: string
  certificateNo?: string
  organisedByDepartment?: boolean
  lines?: LineValues[]
  year?: number
  kind?: string
  toPostType?: string
  effectiveOn?: string
  reason?: string
  ground?: string
  passedOn?: string
  appraised?: boolean
  fact?: string
  from?: string
  to?: string
  /** Of a flag `yes` or `no`; of a post its type, of a leave its kind. */
  value?: string
  about?: Extract<Body, { type: 'objection' }>['about']
  scopeOf?: 'all' | 'some'
  scopePublic?: number
  scopeProfessional?: number
}

export const emptyLine: LineValues = { subject: 'public', category: 'in_service', mode: 'offline' }

const written = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}

/** Without the members that have no value (a cleared day is null): the API takes no nulls. */
const given = <T extends object>(members: T): { [Name in keyof T]: Exclude<T[Name], undefined> } =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
  ) as {
    [Name in keyof T]: Exclude<T[Name], undefined>
  }

const lineOf = ({
  days,
  hours,
  mode,
  fullTime,
  activityKind,
  quantity,
  forChange,
  isDropped: _,
  ...line
}: LineValues) =>
  given({
    ...line,
    mode,
    forChange: line.category === 'transfer' ? forChange : undefined,
    halfDays: mode === 'offline' && !activityKind ? Math.round((days ?? 0) * 2) : undefined,
    hours: mode === 'online' && !activityKind ? hours : undefined,
    fullTime: mode === 'offline' && !activityKind && fullTime ? true : undefined,
    activity: activityKind ? { kind: activityKind, quantity: quantity ?? 0 } : undefined,
  })

/** The body that the API takes. What is missing or wrong in it is the API's to say. */
export const bodyOf = (type: RequestType, values: RequestValues): Body => {
  const { supporting = [] } = values
  const body = matterOf(type, values)
  return supporting.length === 0 ? body : { ...body, supporting: supporting.map(({ id }) => id) }
}

const matterOf = (type: RequestType, values: RequestValues): Body => {
  const evidence = values.evidence.map(({ id }) => id)
  const reason = written(values.reason)
  const { staffId, year, kind, toPostType, effectiveOn } = values
  switch (type) {
    case 'recognition':
      return given({
        type,
        staffId,
        title: written(values.title),
        provider: written(values.provider),
        certificateNo: written(values.certificateNo),
        organisedBy: values.organisedByDepartment ? 'department' : undefined,
        lines: (values.lines ?? []).map(lineOf),
        evidence,
      }) as Body
    case 'make_up_delay':
      return given({ type, staffId, year, reason, evidence }) as Body
    case 'deemed':
      return given({
        type,
        staffId,
        kind,
        year,
        reason,
        scope:
          kind !== 'discretionary'
            ? undefined
            : values.scopeOf === 'some'
              ? { public: values.scopePublic ?? 0, professional: values.scopeProfessional ?? 0 }
              : 'all',
        ground: kind === 'discretionary' ? values.ground : undefined,
        passedOn: kind === 'skill_grade_exam' ? values.passedOn : undefined,
        appraised: kind === 'entrepreneurship_leave' && values.appraised ? true : undefined,
        evidence,
      }) as Body
    case 'justified_reason':
      return given({ type, staffId, year, ground: written(values.ground), reason, evidence }) as Body
    case 'record_change':
      return given({
        type,
        staffId,
        fact: values.fact,
        from: values.from,
        to: values.to,
        value: values.value === 'yes' ? true : values.value === 'no' ? false : values.value,
        reason,
        evidence,
      }) as Body
    case 'objection':
      return given({ type, about: values.about, reason, evidence }) as Body
    case 'post_change':
      return given({
        type,
        staffId,
        kind,
        toPostType: kind === 'post_type' ? toPostType : undefined,
        effectiveOn,
        reason,
        evidence,
      }) as Body
  }
}

/** The body that answers a return: what a claim drops is named, and stands at its place as it was. */
export const correctionOf = (type: RequestType, values: RequestValues): ResubmitRequestData['body'] => {
  const body = bodyOf(type, values)
  if (body.type !== 'recognition') return body
  const dropped = (values.lines ?? []).flatMap(({ isDropped }, place) => (isDropped ? [place] : []))
  return dropped.length === 0 ? body : { ...body, dropped }
}

const valueText = (value: boolean | string | null | undefined): string | undefined =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? undefined)

/** What an objection is about, as a form asks for it; a ledger's entry belongs to whoever objects. */
const aboutOf = ({ about, staffId }: Request): RequestValues['about'] =>
  about === null ? undefined : 'entry' in about ? { ...about, staffId: staffId ?? '' } : about

/** A returned request as its form held it. `nameOf` names a proof by its place. */
export const valuesOf = (request: Request, nameOf: (place: number) => string): RequestValues => {
  const { scope } = request
  const filesOf = (asked: Request['evidence'][number]['kind']) =>
    request.evidence.flatMap(({ id, name, kind }, place) =>
      kind === asked ? [{ id, name: name ?? nameOf(place) }] : [],
    )
  return given({
    staffId: request.staffId ?? undefined,
    title: request.title,
    provider: request.provider ?? undefined,
    certificateNo: request.certificateNo ?? undefined,
    organisedByDepartment: request.organisedBy === 'department' ? true : undefined,
    lines: request.lines.map(({ halfDays, hours, status, stage, grantedHours, activity, ...line }) => ({
      ...line,
      ...(status === 'withdrawn' ? { isDropped: true } : {}),
      ...(typeof activity === 'boolean' ? {} : { activityKind: activity.kind, quantity: activity.quantity }),
      ...(halfDays === undefined ? { hours } : { days: halfDays / 2 }),
    })),
    year: request.year ?? undefined,
    kind: request.kind ?? undefined,
    toPostType: request.toPostType ?? undefined,
    effectiveOn: request.effectiveOn ?? undefined,
    reason: request.reason ?? undefined,
    ground: request.type === 'justified_reason' ? (request.kind ?? undefined) : undefined,
    fact: request.change?.fact,
    from: request.change?.from,
    to: request.change?.to ?? undefined,
    value: valueText(request.change?.value),
    about: aboutOf(request),
    scopeOf: scope === null ? undefined : scope === 'all' ? 'all' : 'some',
    scopePublic: scope === null || scope === 'all' ? undefined : scope.public,
    scopeProfessional: scope === null || scope === 'all' ? undefined : scope.professional,
    evidence: filesOf('proof'),
    supporting: filesOf('supporting'),
  }) as RequestValues
}

/** Which field of a form a pointer of the API's means. */
export const fieldOf = (pointer: string): (string | number)[] => {
  const [, first = '', place = '', name = ''] = pointer.split('/')
  if (first === 'lines' && place !== '')
    return [
      'lines',
      Number(place),
      name === '' ? 'from' : name === 'halfDays' ? 'days' : name === 'activity' ? 'activityKind' : name,
    ]
  if (first === 'scope') return [place === 'professional' ? 'scopeProfessional' : 'scopePublic']
  return [first === 'organisedBy' ? 'organisedByDepartment' : first]
}
