import type { ReactNode } from 'react'
import { day } from '../../shared/dates.ts'
import { fill, useSay } from '../preferences.tsx'
import { words } from './words.ts'

interface Props {
  readonly asOf: string
  readonly today: string
  /** By how much today's number is another one, where it is known. */
  readonly children?: ReactNode
}

/** That the lists behind the numbers are today's, where the numbers are of a day before. */
export const ListsNote = ({ asOf, today, children }: Props) => {
  const { say, language } = useSay(words)
  if (asOf >= today) return null
  return (
    <p>
      {fill(say.listsToday, { asOf: day(asOf, language), today: day(today, language) })} {children}
    </p>
  )
}
