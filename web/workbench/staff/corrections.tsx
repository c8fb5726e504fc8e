import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { LedgerEntry } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { withQuery } from '../../shared/with-query.ts'
import { entryText } from '../institution/entry-text.ts'
import { useMe } from '../me.ts'
import { Panel } from '../parts/panel.tsx'
import { Unread } from '../parts/unread.tsx'
import { entriesQuery } from '../person/person-queries.ts'
import { fill, useSay } from '../preferences.tsx'
import { lastDayToObject } from '../requests/objecting.ts'

const words = {
  zh: {
    title: '对台账的更正',
    corrected: '第 {entry} 条更正为：{now}',
    by: '{name}，{moment}',
    system: '系统',
    reason: '理由：{reason}',
    object: '对第 {entry} 条的更正提出异议（{day}前，含当日）',
    until: '可在更正后 30 日内提出异议，先由作出更正的部门复核一次，再由上一级审核（第35条）。',
  },
  en: {
    title: 'Corrections of the ledger',
    corrected: 'Entry {entry} now says: {now}',
    by: '{name}, {moment}',
    system: 'the system',
    reason: 'Reason: {reason}',
    object: 'Object to the correction of entry {entry} (until {day})',
    until:
      'An objection may be made within 30 days: whoever corrected looks again once, then the authority above (Art. 35).',
  },
} as const

/** What was corrected in one's own ledger, the latest first, each with the way to object to it (Art. 35). */
export const Corrections = ({
  items,
  today,
}: {
  readonly items: readonly LedgerEntry[]
  /** By the system's clock: beyond its last day an objection would be refused. */
  readonly today: string
}) => {
  const { say, language } = useSay(words)
  const corrections = items.filter(({ correctionOf }) => correctionOf !== null).toReversed()
  if (corrections.length === 0) return null
  return (
    <Panel title={say.title}>
      <p className="quiet">{say.until}</p>
      <ul className="plain">
        {corrections.map((entry) => (
          <li key={entry.sequence}>
            <p>{fill(say.corrected, { entry: entry.correctionOf ?? '', now: entryText(entry, language) })}</p>
            <p className="quiet">
              {fill(say.by, {
                name: entry.recordedByName ?? say.system,
                moment: moment(entry.recordedAt, language),
              })}
            </p>
            {entry.reason !== null && <p>{fill(say.reason, { reason: entry.reason })}</p>}
            {today <= lastDayToObject(entry.recordedAt) && (
              <p className="screen-only">
                <Link
                  className="button"
                  to={withQuery('/requests/new/objection', { entry: String(entry.sequence) })}
                >
                  {fill(say.object, {
                    entry: entry.correctionOf ?? '',
                    day: day(lastDayToObject(entry.recordedAt), language),
                  })}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The corrections of someone's own ledger, once they are read. */
export const OwnCorrections = ({ staffId }: { readonly staffId: string }) => {
  const { today } = useMe()
  const { say } = useSay(words)
  const asked = useQuery(entriesQuery(staffId))
  return asked.data === undefined ? (
    <Unread of={asked} what={say.title} />
  ) : (
    <Corrections items={asked.data.items} today={today} />
  )
}
