import { Progress } from 'antd'
import type { Assessment } from '../../shared/api/types.gen.ts'
import { day, period } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import { ArticleLink } from '../policies/article-link.tsx'
import { fill, usePreferences, useSay } from '../preferences.tsx'
import styles from './ledger.module.css'
import { useRequired } from './ledger-query.ts'
import { toneOf, words } from './ledger-words.ts'
import { missingUntil } from './missing-until.ts'

/** The status of an obligation: its sign and its word. */
export const ObligationMark = ({ status }: { readonly status: string }) => {
  const { language } = usePreferences()
  return (
    <StatusMark tone={toneOf[status] ?? 'plain'}>{term('obligationStatus', status, language)}</StatusMark>
  )
}

interface MeasureProps {
  readonly label: string
  readonly hours: number
  readonly required: number | undefined
  /** As the rules have it: granted scopes and deemed subjects are in it already. */
  readonly missing: number
  readonly isDeemed: boolean
}

const Measure = ({ label, hours, required, missing, isDeemed }: MeasureProps) => {
  const { say } = useSay(words)
  const result = isDeemed ? say.deemed : missing > 0 ? fill(say.missing, { hours: missing }) : say.enough
  return (
    <div className={styles.measure}>
      <p className="quiet">{label}</p>
      <p className="big">
        {hours} {required !== undefined && <small>{fill(say.of, { required })}</small>}
      </p>
      {required !== undefined && (
        <Progress
          percent={Math.min(100, ((required - Math.min(required, missing)) / required) * 100)}
          showInfo={false}
          status="normal"
          aria-label={`${label} ${result}`}
        />
      )}
      <p className={missing > 0 && !isDeemed ? 'strong' : 'quiet'}>{result}</p>
    </div>
  )
}

/** A year in figures: what was done and what is missing, by subject. */
export const YearFigures = ({ assessment }: { readonly assessment: Assessment }) => {
  const { say, language } = useSay(words)
  const required = useRequired()
  const { annual } = assessment
  if (annual.status === 'not_applicable') return <p>{say.none}</p>
  const { hours, missing, deemed } = annual
  return (
    <>
      <div className={styles.measures}>
        <Measure
          label={say.total}
          hours={hours.total}
          required={required?.total}
          missing={missing.hours}
          isDeemed={deemed.public && deemed.professional}
        />
        <Measure
          label={say.public}
          hours={hours.public}
          required={required?.public}
          missing={missing.public}
          isDeemed={deemed.public}
        />
        <Measure
          label={say.professional}
          hours={hours.professional}
          required={required?.professional}
          missing={missing.professional}
          isDeemed={deemed.professional}
        />
      </div>
      <p className="quiet number">
        {fill(say.split, { offline: hours.offline, days: annual.days, online: hours.online })} ·{' '}
        {fill(say.due, { day: day(annual.dueOn, language) })}
        {annual.madeUp && ` · ${say.madeUp}`}
      </p>
    </>
  )
}

interface Row {
  readonly name: string
  readonly status: string
  readonly detail: string
}

/** The obligations beside the year's: induction, the term's session, transfers. */
export const OtherObligations = ({ assessment }: { readonly assessment: Assessment }) => {
  const { say, language } = useSay(words)
  const { asOf, induction, terms, transfers } = assessment
  const rows: Row[] = [
    ...(induction.status === 'not_applicable'
      ? []
      : [
          {
            name: term('obligation', 'induction', language),
            status: induction.status,
            detail:
              induction.missingHours > 0
                ? missingUntil(
                    induction.missingHours,
                    induction,
                    { asOf, status: induction.status },
                    language,
                  )
                : `${induction.hours} ${say.hours}`,
          },
        ]),
    ...terms.map(({ status, from, to }) => ({
      name: term('obligation', 'term', language),
      status,
      detail: fill(say.termOf, { period: period(from, to, language) }),
    })),
    ...transfers.map(({ status, missingHours, dueOn, hours }) => ({
      name: term('obligation', 'transfer', language),
      status,
      detail:
        missingHours > 0
          ? missingUntil(missingHours, { dueOn }, { asOf, status }, language)
          : `${hours} ${say.hours}`,
    })),
  ]
  if (rows.length === 0) return null
  return (
    <ul className={`plain ${styles.obligations}`}>
      {rows.map(({ name, status, detail }) => (
        <li key={`${name} ${detail}`}>
          <span className="strong">{name}</span>
          <ObligationMark status={status} />
          <span className="quiet">{detail}</span>
        </li>
      ))}
    </ul>
  )
}

/** What is missing and the lawful ways to close it, by article. */
export const Ways = ({ assessment }: { readonly assessment: Assessment }) => {
  if (assessment.reasons.length === 0) return null
  return (
    <ul className={styles.waysToClose}>
      {assessment.reasons.map(({ article, obligation, text }) => (
        <li key={`${article} ${obligation} ${text}`}>
          {text}{' '}
          <span className="quiet">
            <ArticleLink of={article} />
          </span>
        </li>
      ))}
    </ul>
  )
}
