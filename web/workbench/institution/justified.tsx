import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { Person } from '../../shared/api/types.gen.ts'
import { has, useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './institution.module.css'

const words = {
  zh: {
    label: '登记正当理由',
    title: '登记 {year} 年度未完成的正当理由',
    follows:
      '登记后，{name}这一年未完成培训视为有正当理由（第7条），由人工审核能否办理有关业务。所缺学时不变。登记会写入台账，并告诉本人。',
    hint: '写明查明的事实和依据。本人会看到。',
    done: '已登记 {year} 年度的正当理由。',
  },
  en: {
    label: 'Record a justified reason',
    title: 'Record a justified reason for {year}',
    follows:
      'On record, {name} had a justified reason for not completing this year (Art. 7), and a person judges whether a business may go ahead. The missing hours stay missing. It is entered in the ledger, and the person is told.',
    hint: 'Say what was found and on what it rests. The person sees it.',
    done: 'The justified reason for {year} is on record.',
  },
} as const

const INCOMPLETE = new Set(['open', 'deferred', 'overdue', 'short'])

export interface JustifiedProps {
  readonly person: Person
  readonly year: number
  /** How the year's obligation stands. */
  readonly status: string
}

/** Puts a justified reason on record for an incomplete year (Art. 7); by a desk above the institution. */
export const Justified = ({ person, year, status }: JustifiedProps) => {
  const { say } = useSay(words)
  const me = useMe()
  const client = useQueryClient()
  const [done, setDone] = useState<number>()
  const may = has(me, 'department', 'authority') && me.staffId !== person.id && INCOMPLETE.has(status)
  return (
    <>
      {done !== undefined && (
        <p role="status" className="strong">
          {fill(say.done, { year: done })}
        </p>
      )}
      {may && done !== year && (
        <div className={`actions screen-only ${styles.below}`}>
          <Confirm
            label={say.label}
            title={fill(say.title, { year })}
            follows={<p>{fill(say.follows, { name: person.name })}</p>}
            reason={{ hint: say.hint, required: true }}
            act={async (reason) => {
              await post('/staff/{id}/justified', { path: { id: person.id }, body: { year, reason } })
              setDone(year)
              await client.invalidateQueries({ queryKey: ['ledger', person.id] })
            }}
          />
        </div>
      )}
    </>
  )
}
