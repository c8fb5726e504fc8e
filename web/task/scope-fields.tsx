import type { TypedScope } from './draft.ts'
import { useWords } from './language.tsx'
import styles from './task.module.css'

/** How much of a year is granted (Art. 39(6)): all of it, or hours of each subject. */
export const ScopeFields = ({
  scope,
  change,
}: {
  readonly scope: TypedScope
  readonly change: (scope: TypedScope) => void
}) => {
  const { say } = useWords()
  const hours = scope === 'all' ? { public: '', professional: '' } : scope
  const field = (subject: 'public' | 'professional', label: string) => (
    <label>
      {label}
      <input
        // A fault of the scope leads to its first field.
        id={subject === 'public' ? 'scope' : undefined}
        type="number"
        min="0"
        step="0.1"
        inputMode="decimal"
        value={hours[subject]}
        onChange={({ target }) => change({ ...hours, [subject]: target.value })}
      />
    </label>
  )
  return (
    <fieldset>
      <legend>{say.scope}</legend>
      <label className={styles.choice}>
        <input type="radio" name="scope" checked={scope === 'all'} onChange={() => change('all')} />
        {say.scopeAll}
      </label>
      <label className={styles.choice}>
        <input type="radio" name="scope" checked={scope !== 'all'} onChange={() => change(hours)} />
        {say.scopeHours}
      </label>
      {scope !== 'all' && (
        <div className={styles.pair}>
          {field('public', say.publicHours)}
          {field('professional', say.professionalHours)}
        </div>
      )}
    </fieldset>
  )
}
