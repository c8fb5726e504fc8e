import { useId, useMemo } from 'react'
import { fill, useSay } from '../preferences.tsx'
import { drawMachine } from './machine-graph.ts'
import styles from './operator.module.css'

const words = {
  zh: {
    label: '状态机共 {count} 个状态。{current}',
    now: '现在停在：{states}。',
    ended: '没有停留的状态。',
    here: '当前',
  },
  en: {
    label: 'The state machine has {count} {count|state|states}. {current}',
    now: 'It is now in: {states}.',
    ended: 'It is in none of them.',
    here: 'now',
  },
} as const

export interface MachineDiagramProps {
  readonly definition: unknown
  readonly current: readonly string[]
  /** The states that it has gone through. */
  readonly visited: ReadonlySet<string>
  readonly hasFailed: boolean
}

/** The state machine drawn from its ASL, its current state outlined and labelled. */
export const MachineDiagram = ({ definition, current, visited, hasFailed }: MachineDiagramProps) => {
  const { say } = useSay(words)
  const arrow = useId()
  const drawing = useMemo(() => drawMachine(definition), [definition])
  const where = current.length > 0 ? fill(say.now, { states: current.join(', ') }) : say.ended
  return (
    <svg
      className={styles.machine}
      role="img"
      aria-label={fill(say.label, { count: drawing.states.length, current: where })}
      viewBox={`${drawing.left} ${drawing.top} ${drawing.width} ${drawing.height}`}
      width={drawing.width}
    >
      <defs>
        <marker
          id={arrow}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10z" />
        </marker>
      </defs>
      {drawing.transitions.map(({ from, to, kind, points }) => (
        <polyline
          key={`${from} ${to} ${kind}`}
          className={`${styles.way} ${styles[kind] ?? ''}`}
          points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
          markerEnd={`url(#${arrow})`}
        />
      ))}
      {drawing.states.map(({ name, lines, x, y, width, height }) => {
        const isCurrent = current.includes(name)
        const state = isCurrent ? (hasFailed ? 'failed' : 'current') : visited.has(name) ? 'visited' : ''
        return (
          <g key={name} className={styles[state]}>
            <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={8} />
            {isCurrent && (
              <text className={styles.here} x={x - width / 2 + 4} y={y - height / 2 - 6}>
                {say.here}
              </text>
            )}
            {lines.map((line, place) => (
              <text key={line} x={x} y={y + (place - (lines.length - 1) / 2) * 18 + 5} textAnchor="middle">
                {line}
              </text>
            ))}
          </g>
        )
      })}
    </svg>
  )
}
