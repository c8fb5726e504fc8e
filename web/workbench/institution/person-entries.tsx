import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { LedgerEntry, Person } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { moment } from '../../shared/dates.ts'
import { withQuery } from '../../shared/with-query.ts'
import { seatsOf, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { Empty } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import personStyles from '../person/person.module.css'
import { entriesQuery } from '../person/person-queries.ts'
import { fill, useSay } from '../preferences.tsx'
import { entryText } from './entry-text.ts'
import { useOrganisation } from './institution.ts'

/** Loaded when someone corrects an entry: its fields weigh as much as the rest of the page's script. */
const CorrectionForm = lazy(async () => ({
  default: (await import('./correction-form.tsx')).CorrectionForm,
}))

const words = {
  zh: {
    none: '台账里还没有记录。',
    whole: '{count} 条记录前后相连，没有缺失和改动。',
    broken: '从第 {entry} 条起与留存的校验值不一致，请告诉管理员。',
    system: '系统导入',
    begun: '抽查逾期未举证，系统自动暂停',
    lifted: '系统自动恢复',
    by: '第 {sequence} 条，{name}，{moment}',
    corrects: '更正第 {entry} 条：',
    isCorrected: '已由第 {entry} 条更正',
    reason: '理由：{reason}',
    quotes: '并自另一份档案第 {entry} 条',
    ask: '要求提供证明',
    askFor: '要求提供证明：第 {entry} 条',
    correct: '更正第 {sequence} 条',
    done: '已更正。年度结果和证书随之更新，已告诉本人和原认定部门。',
  },
  en: {
    none: 'There is no entry yet.',
    whole: '{count} {count|entry|entries}, each linked to the one before: none is missing or changed.',
    broken:
      'From entry {entry} on the ledger does not fit its kept check value: please tell an administrator.',
    system: 'imported by the system',
    begun: 'suspended by the system: no proof was shown in time',
    lifted: 'lifted by the system',
    by: 'Entry {sequence}, {name}, {moment}',
    corrects: 'Corrects entry {entry}: ',
    isCorrected: 'corrected by entry {entry}',
    reason: 'Reason: {reason}',
    quotes: 'came with another record, entry {entry}',
    ask: 'Ask for proof',
    askFor: 'Ask for proof of entry {entry}',
    correct: 'Correct entry {sequence}',
    done: 'Corrected. Results and certificates follow; the person and the desk that decided are told.',
  },
} as const

/** Whether someone sits at an authority above the institution's own, or at the region's (Art. 35). */
const useMayCorrect = ({ id, institution }: Person): boolean => {
  const me = useMe()
  const seats = seatsOf(me, 'authority')
  const { data } = useOrganisation(seats.length === 0 ? undefined : institution.id)
  if (data === undefined || me.staffId === id) return false
  const above = new Set(data.overseers.map((one) => one.id))
  return seats.some(
    ({ organisation }) =>
      above.has(organisation.id) &&
      (organisation.id !== data.authority?.id ||
        (organisation.kind === 'authority' && organisation.level === 'region')),
  )
}

/** Whether someone sits at an authority above the institution, and may ask for proof of its people's hours (Art. 35). */
const useMayAsk = ({ id, institution }: Person): boolean => {
  const me = useMe()
  const seats = seatsOf(me, 'authority')
  const { data } = useOrganisation(seats.length === 0 ? undefined : institution.id)
  return (
    data !== undefined &&
    me.staffId !== id &&
    seats.some(({ organisation }) => data.overseers.some((one) => one.id === organisation.id))
  )
}

/** The way to ask for proof of one entry's hours: after notice, what nobody proves is suspended. */
const AskForProof = ({ of: person, entry }: { readonly of: Person; readonly entry: number }) => {
  const { say } = useSay(words)
  const query = { staffId: person.id, entry: String(entry), institution: person.institution.id }
  return (
    <p className="screen-only">
      <Link to={withQuery('/inspections/orders/new', query)} aria-label={fill(say.askFor, { entry })}>
        {say.ask}
      </Link>
    </p>
  )
}

interface EntryProps {
  readonly of: LedgerEntry
  /** The entry that corrects this one. */
  readonly correctedBy: number | undefined
  /** The acts offered on the entry. */
  readonly children: ReactNode
}

export const Entry = ({ of: entry, correctedBy, children }: EntryProps) => {
  const { say, language } = useSay(words)
  const { sequence, recordedByName, recordedBy, recordedAt, correctionOf, reason, suspension } = entry
  return (
    <li>
      <p className="quiet number">
        {fill(say.by, {
          sequence,
          name:
            recordedByName ??
            (recordedBy !== 'system' ? recordedBy : suspension === null ? say.system : say[suspension]),
          moment: moment(recordedAt, language),
        })}
      </p>
      <p>
        {correctionOf !== null && fill(say.corrects, { entry: correctionOf })}
        <Cited>{entryText(entry, language)}</Cited>
      </p>
      {reason !== null && <p>{fill(say.reason, { reason })}</p>}
      {entry.quotes !== null && <p>{fill(say.quotes, { entry: entry.quotes.sequence })}</p>}
      {correctedBy !== undefined && (
        <p>
          <StatusMark tone="plain">{fill(say.isCorrected, { entry: correctedBy })}</StatusMark>
        </p>
      )}
      {children}
    </li>
  )
}

/**
 * A ledger as its history, newest first, with the check of its chain; a higher authority corrects entries.
 */
export const PersonEntries = ({ of: person }: { readonly of: Person }) => {
  const { say } = useSay(words)
  const entries = useQuery(entriesQuery(person.id))
  const mayCorrect = useMayCorrect(person)
  const mayAsk = useMayAsk(person)
  const [correcting, setCorrecting] = useState<number>()
  const [isDone, setDone] = useState(false)
  const actsOn = (entry: LedgerEntry) =>
    correcting === entry.sequence ? (
      <Suspense fallback={<Loading />}>
        <CorrectionForm
          staffId={person.id}
          entry={entry}
          done={() => {
            setCorrecting(undefined)
            setDone(true)
          }}
          close={() => setCorrecting(undefined)}
        />
      </Suspense>
    ) : (
      <Button
        className="screen-only"
        onClick={() => {
          setDone(false)
          setCorrecting(entry.sequence)
        }}
      >
        {fill(say.correct, { sequence: entry.sequence })}
      </Button>
    )
  return (
    <>
      {isDone && <Notice tone="good" title={say.done} />}
      <Answer of={entries}>
        {({ items, chain }) => {
          const correctedBy = new Map(
            items.flatMap(({ correctionOf, sequence }) =>
              correctionOf === null ? [] : [[correctionOf, sequence] as const],
            ),
          )
          return items.length === 0 ? (
            <Empty>{say.none}</Empty>
          ) : (
            <>
              <p>
                <StatusMark tone={chain.whole ? 'good' : 'bad'}>
                  {chain.whole
                    ? fill(say.whole, { count: items.length })
                    : fill(say.broken, { entry: chain.firstBroken ?? 1 })}
                </StatusMark>
              </p>
              <ol className={`plain ${personStyles.history}`}>
                {items.toReversed().map((entry) => (
                  <Entry key={entry.sequence} of={entry} correctedBy={correctedBy.get(entry.sequence)}>
                    {mayCorrect &&
                      entry.fact !== null &&
                      entry.fact.kind !== 'restored' &&
                      !correctedBy.has(entry.sequence) &&
                      actsOn(entry)}
                    {mayAsk && entry.fact?.kind === 'credit' && !correctedBy.has(entry.sequence) && (
                      <AskForProof of={person} entry={entry.correctionOf ?? entry.sequence} />
                    )}
                  </Entry>
                ))}
              </ol>
            </>
          )
        }}
      </Answer>
    </>
  )
}
