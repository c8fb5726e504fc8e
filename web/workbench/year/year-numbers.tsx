import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Cited } from '../../shared/cited.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { numberWords } from './words.ts'
import styles from './year.module.css'
import {
  assessedIn,
  type Counted,
  completionOf,
  countOf,
  percent,
  type ResultStatus,
  resultStatuses,
} from './year-query.ts'

interface NumberProps {
  readonly name: string
  readonly text: string
  readonly value: number | string
  /** The part of all that were assessed. */
  readonly part?: string
  /** Where those who are counted are listed. */
  readonly to?: string | undefined
}

const NumberOf = ({ name, text, value, part, to }: NumberProps) => (
  <div className={styles.yearNumber}>
    <dt>{to === undefined ? name : <Link to={to}>{name}</Link>}</dt>
    <dd>
      <span className="big">
        {typeof value === 'number' ? value.toLocaleString('en') : value}
        {part !== undefined && <small> {part}</small>}
      </span>
      <span className="quiet">
        <Cited>{text}</Cited>
      </span>
    </dd>
  </div>
)

export interface YearNumbersProps {
  readonly title: string
  readonly of: Counted
  /** The whole region's, where it is the region that is looked at. */
  readonly notApplicable?: number | undefined
  /** As of when, or why the numbers are not final. */
  readonly note: ReactNode
  /** Where the persons behind a number are listed; undefined where no list has them. */
  readonly listOf?: (choice: { status?: ResultStatus; provisional?: 'true' }) => string
}

/** A year's numbers, each with what it counts. */
export const YearNumbers = ({ title, of: counted, notApplicable, note, listOf }: YearNumbersProps) => {
  const { say } = useSay(numberWords)
  const all = assessedIn(counted)
  return (
    <Panel title={title}>
      <p className="quiet">{note}</p>
      <dl className={styles.yearNumbers}>
        <NumberOf name={say.completion} text={say.completionText} value={percent(completionOf(counted))} />
        <NumberOf name={say.assessed} text={say.assessedText} value={all} to={listOf?.({})} />
        {resultStatuses.map((status) => (
          <NumberOf
            key={status}
            name={say[status]}
            text={say[`${status}Text`]}
            value={countOf(counted, status)}
            part={percent(all === 0 ? null : countOf(counted, status) / all)}
            to={listOf?.({ status })}
          />
        ))}
        <NumberOf
          name={say.provisional}
          text={say.provisionalText}
          value={counted.provisional}
          to={listOf?.({ provisional: 'true' })}
        />
        {notApplicable !== undefined && (
          <NumberOf name={say.notApplicable} text={say.notApplicableText} value={notApplicable} />
        )}
      </dl>
    </Panel>
  )
}
