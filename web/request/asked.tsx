import type { Request, RequestLine, Scope } from '../shared/api/types.gen.ts'
import { Cited } from '../shared/cited.tsx'
import { day, moment, period } from '../shared/dates.ts'
import { fill } from '../shared/fill.ts'
import type { Language } from '../shared/language.ts'
import { term } from '../shared/terms.ts'
import { useWords } from './language.ts'
import styles from './request.module.css'
import type { Words } from './words.ts'

/** An activity with its quantity; of one that was filed without, that it is one. */
const activityText = (activity: RequestLine['activity'], say: Words, language: Language): string => {
  if (typeof activity === 'boolean') return activity ? say.activity : ''
  return fill(say.activityOf, {
    kind: term('activity', activity.kind, language),
    quantity: activity.quantity,
  })
}

/** Of an offline training the days, and what else a line says of itself. */
const measure = (
  { halfDays, fullTime, activity, makeUpFor }: RequestLine,
  say: Words,
  language: Language,
): string =>
  [
    halfDays === undefined ? '' : fill(say.halfDays, { days: halfDays / 2, halfDays }),
    fullTime ? say.fullTime : '',
    activityText(activity, say, language),
    makeUpFor === undefined ? '' : fill(say.makeUpFor, { year: makeUpFor }),
  ]
    .filter((part) => part !== '')
    .join(' · ')

const Line = ({ line }: { readonly line: RequestLine }) => {
  const { language, say } = useWords()
  const { hours, grantedHours } = line
  const more = measure(line, say, language)
  return (
    <li>
      <p className={styles.figure}>
        <span className="number">{grantedHours ?? hours}</span> {say.hours}
      </p>
      <div>
        <p className="strong">
          {term('subject', line.subject, language)} · {term('category', line.category, language)} ·{' '}
          {term('mode', line.mode, language)}
        </p>
        <p>{period(line.from, line.to, language)}</p>
        {more !== '' && (
          <p className="quiet">
            <Cited>{more}</Cited>
          </p>
        )}
        {line.status === 'withdrawn' && <p className="strong">{term('status', line.status, language)}</p>}
        {grantedHours !== null && grantedHours !== hours && (
          <p className="quiet">{fill(say.granted, { hours, granted: grantedHours })}</p>
        )}
      </div>
    </li>
  )
}

export const Lines = ({ lines }: { readonly lines: readonly RequestLine[] }) => (
  <ul className={styles.lines}>
    {lines.map((line, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a request's lines are known by their place
      <Line key={place} line={line} />
    ))}
  </ul>
)

export const Participants = ({ request }: { readonly request: Request }) => {
  const { say } = useWords()
  const { participants, lines } = request
  return (
    <section className={styles.table} aria-label={fill(say.participants, { count: participants.length })}>
      <table>
        <caption>{fill(say.participants, { count: participants.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col" className="amount">
              {say.hoursColumn}
            </th>
            <th scope="col">
              {participants.some(({ certificateNo }) => certificateNo !== undefined)
                ? say.oldCertificate
                : say.passed}
            </th>
          </tr>
        </thead>
        <tbody>
          {participants.map(({ staffId, name, hours, halfDays, passed, makeUpFor, certificateNo }) => (
            <tr key={staffId}>
              <th scope="row">{name}</th>
              <td className="amount">{hours ?? (halfDays === null ? lines[0]?.hours : halfDays * 4)}</td>
              <td>
                {certificateNo ?? (passed ? say.yes : say.no)}
                {makeUpFor !== undefined && ` · ${fill(say.makeUpFor, { year: makeUpFor })}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** How much of a year is asked for, or granted. */
export const scopeText = (scope: Scope, say: Words): string =>
  scope === 'all' ? say.scopeAll : fill(say.scopeSome, scope)

/** What a change of the record changes, and from when to when. */
const changeFacts = (
  { change }: Request,
  say: Words,
  language: Language,
): readonly (readonly [string, string | null])[] => {
  if (change === null) return []
  const { fact, to, value } = change
  const text =
    typeof value === 'string'
      ? term(fact === 'leave' ? 'leaveKind' : 'postType', value, language)
      : value === false
        ? say.changeEnds
        : say.changeHolds
  return [
    [say.changeValue, fact === 'hiredOn' ? null : text],
    [say.changeTo, to && day(to, language)],
  ]
}

/** What a request states, of any type; empty fields are left out. */
export const Facts = ({ request }: { readonly request: Request }) => {
  const { language, say } = useWords()
  const { kind, year, toPostType, effectiveOn, scope } = request
  const facts: readonly (readonly [name: string, value: string | number | null])[] = [
    [say.person, request.staffId === null ? null : request.staffName],
    [
      // Hours of many institutions are filed with the authority that recognises them.
      request.classId === null && request.type !== 'feed_batch'
        ? say.institution
        : term('role', 'authority', language),
      // A filing names its organiser below.
      request.type === 'programme_filing' ? null : request.institution,
    ],
    [say.year, year],
    [say.kind, kind && term('kind', kind, language)],
    [say.toPostType, toPostType && term('postType', toPostType, language)],
    [say.effectiveOn, effectiveOn && day(effectiveOn, language)],
    [request.status === 'approved' ? say.scopeGranted : say.scopeAsked, scope && scopeText(scope, say)],
    ...changeFacts(request, say, language),
    ...request.effects.map(
      ({ year, closed, before, after }) =>
        [
          fill(closed ? say.effectClosed : say.effect, { year }),
          `${term('resultStatus', before, language)} → ${term('resultStatus', after, language)}`,
        ] as const,
    ),
    [say.reasonGiven, request.reason],
    [say.provider, request.provider],
    [say.certificateNo, request.certificateNo],
    [say.organisedBy, request.organisedBy && say.byDepartment],
    [say.submittedAt, moment(request.submittedAt, language)],
    [say.round, request.round > 1 ? request.round : null],
    [say.requestNo, request.id],
  ]
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Cited>{value}</Cited>
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}
