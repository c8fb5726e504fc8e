import { Button, Select } from 'antd'
import { populationWords, statisticWords } from '../../../functions/statistics/words.ts'
import { term } from '../../shared/terms.ts'
import { useMe, yearOf } from '../me.ts'
import { DateField } from '../parts/date-field.tsx'
import { Field } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { FIRST_YEAR } from '../parts/year-picker.tsx'
import { fill, useSay } from '../preferences.tsx'
import { categories, modes, populations, postTypes, subjects, type useChoice } from './choice.ts'
import styles from './statistics.module.css'
import { words } from './words.ts'

/** Which part of the numbers is shown, as of which day, and beside which year; all of it stands in the address. */
export const Filters = ({
  of,
  year,
}: {
  readonly of: ReturnType<typeof useChoice>
  readonly year: number
}) => {
  const { say, language } = useSay(words)
  const current = yearOf(useMe())
  const { filters, beside, set, clear } = of
  const select = (
    name: 'postType' | 'subject' | 'category' | 'mode' | 'quota' | 'population' | 'beside',
    label: string,
    value: string | undefined,
    options: readonly (readonly [string, string])[],
    none: string = say.all,
  ) => (
    <Field className={styles.filter} label={label}>
      {(id) => (
        <Select
          id={id}
          value={value ?? ''}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: none },
            ...options.map(([one, text]) => ({ value: one, label: text })),
          ]}
          onChange={(chosen) => set(name, chosen)}
        />
      )}
    </Field>
  )
  const years = Array.from({ length: current - FIRST_YEAR + 1 }, (_, back) => current - back)
  return (
    <Panel title={say.filters}>
      <div className={styles.filters}>
        <Field className={styles.filter} label={say.asOf}>
          {(id) => (
            <DateField
              key={filters.asOf ?? ''}
              id={id}
              value={filters.asOf ?? null}
              onChange={(day) => {
                if (day === null || /^\d{4}-\d\d-\d\d$/.test(day)) set('asOf', day)
              }}
            />
          )}
        </Field>
        {select(
          'beside',
          say.comparing,
          beside,
          years
            .filter((one) => one !== year)
            .map((one) => [String(one), fill(say.ofYear, { year: one })] as const),
          say.none,
        )}
        {select(
          'postType',
          statisticWords.postType[language],
          filters.postType,
          postTypes.map((one) => [one, term('postType', one, language)] as const),
        )}
        {select('quota', statisticWords.quota[language], filters.quota, [
          ['false', statisticWords.established[language]],
          ['true', statisticWords.quotaStaff[language]],
        ])}
        {select(
          'population',
          statisticWords.population[language],
          filters.population,
          populations.map((one) => [one, populationWords[one][language]] as const),
        )}
        {select(
          'subject',
          statisticWords.subject[language],
          filters.subject,
          subjects.map((one) => [one, term('subject', one, language)] as const),
        )}
        {select(
          'category',
          statisticWords.category[language],
          filters.category,
          categories.map((one) => [one, term('category', one, language)] as const),
        )}
        {select(
          'mode',
          statisticWords.mode[language],
          filters.mode,
          modes.map((one) => [one, term('mode', one, language)] as const),
        )}
      </div>
      {Object.keys(filters).length > 0 && (
        <div className="actions">
          <Button onClick={clear}>{say.clear}</Button>
        </div>
      )}
    </Panel>
  )
}
