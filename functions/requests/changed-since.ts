import type { Text } from '../platform/language.ts'
import { categories, modes, subjects, yesNo } from '../platform/words.ts'
import { type Flag, flagged } from './flag.ts'
import type { Request, TrainingLine } from './request.ts'
import { changedText, fieldNames, lineAdded, lineDropped } from './words.ts'

/** A field as people read it; of long ones only that they changed is said, not from what to what. */
interface Field {
  readonly name: Text
  readonly value: Text
  readonly long?: true
}

const same = (text: string | number | undefined): Text => ({
  zh: String(text ?? '—'),
  en: String(text ?? '—'),
})

const fieldsOfLine = (line: TrainingLine, place: number, many: boolean): Field[] => {
  const named = ({ zh, en }: Text): Text =>
    many ? { zh: `第 ${place + 1} 项${zh}`, en: `${en} of line ${place + 1}` } : { zh, en }
  return [
    { name: named(fieldNames.subject), value: subjects[line.subject] },
    { name: named(fieldNames.category), value: categories[line.category] },
    { name: named(fieldNames.mode), value: modes[line.mode] },
    { name: named(fieldNames.from), value: same(line.from) },
    { name: named(fieldNames.to), value: same(line.to) },
    { name: named(fieldNames.hours), value: same(line.claimedTenths / 10) },
    { name: named(fieldNames.fullTime), value: yesNo[line.fullTime === true ? 'yes' : 'no'] },
    { name: named(fieldNames.makeUpFor), value: same(line.makeUpFor) },
  ]
}

const fieldsOf = (request: Request, many: boolean): Field[] => {
  const { title, evidence, supporting = [] } = request
  const shared: Field[] = [
    { name: fieldNames.title, value: same(title) },
    { name: fieldNames.evidence, value: same([...evidence, ...supporting].join()), long: true },
    ...('reason' in request
      ? [{ name: fieldNames.reason, value: same(request.reason), long: true as const }]
      : []),
  ]
  switch (request.type) {
    case 'recognition':
    case 'class_roster':
      return [
        ...shared,
        { name: fieldNames.provider, value: same(request.provider) },
        { name: fieldNames.certificateNo, value: same(request.certificateNo) },
        ...request.lines.flatMap((line, place) =>
          line.status === 'withdrawn' ? [] : fieldsOfLine(line, place, many),
        ),
      ]
    case 'post_change':
      return [...shared, { name: fieldNames.effectiveOn, value: same(request.effectiveOn) }]
    case 'record_change':
      return [
        ...shared,
        { name: fieldNames.from, value: same(request.from) },
        { name: fieldNames.to, value: same(request.to) },
      ]
    case 'make_up_delay':
    case 'deemed':
    case 'justified_reason':
    case 'objection':
    case 'feed_batch':
    case 'programme_filing':
      return shared
  }
}

const linesIn = (request: Request): readonly TrainingLine[] =>
  request.type === 'recognition' || request.type === 'class_roster' ? request.lines : []

/** The lines that a correction dropped, and those that it added with what they claim. */
const lineChanges = (before: Request, after: Request): Text[] => {
  const were = linesIn(before)
  return linesIn(after).flatMap((line, place) => {
    const was = were[place]
    if (was === undefined) return [lineAdded(place + 1, subjects[line.subject], line.claimedTenths / 10)]
    return was.status !== 'withdrawn' && line.status === 'withdrawn' ? [lineDropped(place + 1)] : []
  })
}

/** What was changed in a request since it was returned, for the desks to see first; nothing is a change too. */
export const changedSince = (before: Request, after: Request): Flag => {
  const many = Math.max(before.lines.length, after.lines.length) > 1
  const past = new Map(fieldsOf(before, many).map(({ name, value }) => [name.zh, value]))
  const changes = fieldsOf(after, many).flatMap(({ name, value, long }) => {
    const was = past.get(name.zh)
    return was === undefined || was.zh === value.zh ? [] : [{ name, was, value, long: long === true }]
  })
  return flagged('CHANGED', changedText(changes, lineChanges(before, after)))
}
