import { Link } from 'react-router'
import type { PublicProgramme } from '../../shared/api/types.gen.ts'
import { period } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { term } from '../../shared/terms.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import type { Column } from '../parts/table.tsx'
import { fill } from '../preferences.tsx'
import type { words } from './words.ts'

type Say = Readonly<Record<keyof typeof words.zh, string>>

/** An amount of fen as people read it. */
export const feeText = (fen: number, say: Say): string =>
  fen === 0 ? say.free : fill(say.yuan, { amount: (fen / 100).toFixed(2) })

const tones = {
  in_review: 'wait',
  returned: 'wait',
  refused: 'bad',
  withdrawn: 'plain',
  accepted: 'good',
  cancelled: 'bad',
  closed: 'plain',
} as const

/** How a programme stands, in a word. */
export const StateMark = ({
  of,
  language,
}: {
  readonly of: PublicProgramme
  readonly language: Language
}) => <StatusMark tone={tones[of.state]}>{term('programmeState', of.state, language)}</StatusMark>

/** Whether a programme was accepted: it has a page as a class, whatever became of it. */
export const isHeld = ({ state }: Pick<PublicProgramme, 'state'>): boolean =>
  state === 'accepted' || state === 'cancelled' || state === 'closed'

/** For whom a programme is. */
export const audienceText = ({ audience }: PublicProgramme, say: Say, language: Language): string =>
  [
    audience.organisations.length === 0 ? say.everybody : say.within,
    ...audience.postTypes.map((type) => term('postType', type, language)),
    ...(audience.calledUp ? [say.calledUp] : []),
    ...(audience.note === null ? [] : [audience.note]),
  ].join(language === 'zh' ? '，' : ', ')

/** The columns of a list of programmes; `linked`: for those who are signed in. */
export const programmeColumns = (
  say: Say,
  language: Language,
  linked: boolean,
): readonly Column<PublicProgramme>[] => [
  {
    title: say.title,
    key: 'title',
    render: (_, one) => (
      <>
        {linked ? (
          <Link to={`/programme/${one.id}`}>{one.title}</Link>
        ) : (
          <span className="strong">{one.title}</span>
        )}
        <div className="quiet">{one.organiser.name}</div>
        {isHeld(one) && (
          <Link to={`/classes/${one.id}`}>{one.state === 'accepted' ? say.class : say.classOver}</Link>
        )}
      </>
    ),
  },
  {
    title: say.dates,
    key: 'dates',
    render: (_, { firstDay, lastDay }) => period(firstDay, lastDay, language),
  },
  { title: say.place, key: 'place', render: (_, { place }) => place },
  {
    title: say.capacity,
    key: 'capacity',
    render: (_, { capacity }) => fill(say.people, { count: capacity }),
  },
  { title: say.fee, key: 'fee', render: (_, { feeFen }) => feeText(feeFen, say) },
  { title: say.audience, key: 'audience', render: (_, one) => audienceText(one, say, language) },
  { title: say.state, key: 'state', render: (_, one) => <StateMark of={one} language={language} /> },
]
