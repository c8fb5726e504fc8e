import type { ReactNode } from 'react'
import { Cited } from '../../shared/cited.tsx'

/** Names and values, one below the other; a value that is null is left out. */
export const Facts = ({
  of: rows,
}: {
  readonly of: readonly (readonly [name: string, value: ReactNode])[]
}) => (
  <dl className="facts">
    {rows
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Cited>{value}</Cited>
          </dd>
        </div>
      ))}
  </dl>
)
