import { Select } from 'antd'
import { useId } from 'react'
import { useSearchParams } from 'react-router'
import { type Role, seatsOf, useMe } from '../me.ts'
import { useSay } from '../preferences.tsx'

const words = { zh: { where: '机构' }, en: { where: 'Organisation' } } as const

export interface SeatChoiceProps {
  /** Seats of these kinds are chosen from. */
  readonly roles: readonly Role[]
  /** The address parameter of the choice; without it, the first seat's organisation. */
  readonly name: 'institution' | 'organisation'
}

/**
 * For a reader with several seats: which organisation a page is about. Empty for everyone else, and for an
 * organisation where they have no seat.
 */
export const SeatChoice = ({ roles, name }: SeatChoiceProps) => {
  const { say } = useSay(words)
  const id = useId()
  const [query, setQuery] = useSearchParams()
  const seats = seatsOf(useMe(), ...roles)
  const organisations = [
    ...new Map(seats.map(({ organisation }) => [organisation.id, organisation])).values(),
  ]
  const wanted = query.get(name) ?? organisations[0]?.id
  const current = organisations.find((one) => one.id === wanted)
  if (current === undefined || organisations.length < 2) return null
  return (
    <span className="picker">
      <label htmlFor={id}>{say.where}</label>
      <Select
        id={id}
        value={current.id}
        popupMatchSelectWidth={false}
        options={organisations.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(chosen) => {
          const next = new URLSearchParams(query)
          next.set(name, chosen)
          setQuery(next)
        }}
      />
    </span>
  )
}
