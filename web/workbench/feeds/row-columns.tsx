import { feedCodeTexts, feedStates } from '../../../functions/feeds/words.ts'
import type { FeedRowAtDesk } from '../../shared/api/types.gen.ts'
import type { Language } from '../../shared/language.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import type { Column } from '../parts/table.tsx'
import { Resolution } from './resolution.tsx'
import type { words } from './words.ts'

type Say = Readonly<Record<keyof typeof words.zh, string>>

const tones = {
  accepted: 'wait',
  held: 'wait',
  recognised: 'good',
  refused: 'bad',
  withdrawn: 'plain',
} as const

/** A record's columns: whose, what, when, how far it is, and what may be done with it. */
export const rowColumns = (say: Say, language: Language): readonly Column<FeedRowAtDesk>[] => [
  {
    key: 'person',
    title: say.person,
    render: (_, { name, staffNo }) => (
      <>
        {name}
        <div className="quiet">{staffNo}</div>
      </>
    ),
  },
  {
    key: 'course',
    title: say.course,
    render: (_, { course, recordNo }) => (
      <>
        {course}
        <div className="quiet">
          {say.source} {recordNo}
        </div>
      </>
    ),
  },
  {
    key: 'dates',
    title: say.dates,
    className: 'number',
    render: (_, { from, to }) => (from === to ? from : `${from} – ${to}`),
  },
  { key: 'hours', title: say.hours, align: 'right', render: (_, { hours }) => hours },
  {
    key: 'state',
    title: say.state,
    render: (_, { state, code, reason }) => (
      <>
        <StatusMark tone={tones[state]}>{feedStates[state][language]}</StatusMark>
        {code !== null && <div className="quiet">{feedCodeTexts[code][language]}</div>}
        {reason !== null && <div className="quiet">{reason}</div>}
      </>
    ),
  },
  {
    key: 'acts',
    title: '',
    render: (_, row) =>
      (row.state === 'held' || row.state === 'accepted') && <Resolution key={row.version} row={row} />,
  },
]
