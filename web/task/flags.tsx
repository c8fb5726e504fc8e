import type { ReadTaskResponse } from '../shared/api/types.gen.ts'
import { Cited } from '../shared/cited.tsx'
import { fill } from '../shared/fill.ts'
import { useWords } from './language.tsx'
import styles from './task.module.css'

/** What the desk should look at first; each with the page that shows what is meant. */
export const Flags = ({ flags }: Pick<ReadTaskResponse, 'flags'>) => {
  const { say } = useWords()
  if (flags.length === 0) return null
  return (
    <section className={`${styles.card} ${styles.flags}`} aria-labelledby="flags">
      <h2 id="flags">{fill(say.flags, { count: flags.length })}</h2>
      <ul>
        {flags.map(({ code, text, link }) => (
          <li key={`${code} ${text}`}>
            <Cited>{text}</Cited>
            {link !== undefined && (
              <>
                {' '}
                <a href={link} target="_blank" rel="noreferrer">
                  {say.flagOpen}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The person's hours of the years that the task concerns, and what they still lack. */
export const HoursSoFar = ({ hoursSoFar }: Pick<ReadTaskResponse, 'hoursSoFar'>) => {
  const { say } = useWords()
  return hoursSoFar.map((year) => (
    <p key={year.year}>
      {fill(say.soFar, { year: year.year, public: year.public, professional: year.professional })}
      {year.missing.public + year.missing.professional > 0 &&
        fill(say.soFarMissing, { public: year.missing.public, professional: year.missing.professional })}
    </p>
  ))
}
