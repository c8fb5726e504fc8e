import type { Language } from '../../shared/language.ts'
import { term } from '../../shared/terms.ts'
import { fill } from '../preferences.tsx'
import type { LineValues, RequestValues } from './request-values.ts'
import type { words } from './words.ts'

type Say = Readonly<Record<keyof typeof words.zh, string>>

export interface Change {
  readonly field: string
  readonly before: string
  readonly after: string
}

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

/** A line's fields as people read them, by the field's name. */
const lineFields = (line: LineValues | undefined, say: Say, language: Language) =>
  line === undefined
    ? []
    : ([
        [say.subject, term('subject', line.subject, language)],
        [say.category, term('category', line.category, language)],
        [say.mode, term('mode', line.mode, language)],
        [say.from, text(line.from)],
        [say.to, text(line.to)],
        [say.days, line.mode === 'offline' ? text(line.days) : ''],
        [say.hours, line.mode === 'online' ? text(line.hours) : ''],
        [say.fullTime, line.fullTime ? '✓' : ''],
        [say.passed, line.passed ? '✓' : ''],
        [say.activity, line.activityKind ? term('activity', line.activityKind, language) : ''],
        [say.quantity, line.activityKind ? text(line.quantity) : ''],
        [say.forChange, text(line.forChange)],
        [say.makeUpFor, text(line.makeUpFor)],
        [say.drop, line.isDropped ? '✓' : ''],
      ] as const)

/** What a form holds, as people read it: one row a field. */
const rowsOf = (values: RequestValues, say: Say, language: Language): ReadonlyMap<string, string> =>
  new Map([
    [say.title, text(values.title)],
    [say.provider, text(values.provider)],
    [say.certificateNo, text(values.certificateNo)],
    [say.year, text(values.year)],
    [say.kind, values.kind === undefined ? '' : term('kind', values.kind, language)],
    [say.toPostType, values.toPostType === undefined ? '' : term('postType', values.toPostType, language)],
    [say.effectiveOn, text(values.effectiveOn)],
    [say.ground, values.ground === undefined ? '' : term('kind', values.ground, language)],
    [say.fact, values.fact === undefined ? '' : term('kind', values.fact, language)],
    [say.inForceFrom, text(values.from)],
    [say.to, text(values.to)],
    [say.passedOn, text(values.passedOn)],
    [say.reason, text(values.reason)],
    [
      say.scope,
      values.scopeOf === undefined
        ? ''
        : values.scopeOf === 'all'
          ? say.scopeAll
          : `${say.scopePublic} ${text(values.scopePublic)}, ${say.scopeProfessional} ${text(values.scopeProfessional)}`,
    ],
    [say.evidence, (values.evidence ?? []).map(({ name }) => name).join(', ')],
    [say.supporting, (values.supporting ?? []).map(({ name }) => name).join(', ')],
    ...(values.lines ?? []).flatMap((line, place) =>
      lineFields(line, say, language).map(
        ([name, value]) => [`${fill(say.line, { number: place + 1 })} ${name}`, value] as const,
      ),
    ),
  ])

/** The fields in which two fillings of a form differ, in the form's order. */
export const changesBetween = (
  before: RequestValues,
  after: RequestValues,
  say: Say,
  language: Language,
): Change[] => {
  const earlier = rowsOf(before, say, language)
  const later = rowsOf(after, say, language)
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((field) => {
    const change = { field, before: earlier.get(field) ?? '', after: later.get(field) ?? '' }
    return change.before === change.after ? [] : [change]
  })
}
