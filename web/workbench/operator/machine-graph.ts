import { Graph, layout, type Point } from '@dagrejs/dagre'

/** As much of the Amazon States Language as is drawn. */
interface State {
  readonly Type: string
  readonly Next?: string
  readonly End?: boolean
  readonly Default?: string
  readonly Choices?: readonly { readonly Next: string }[]
  readonly Catch?: readonly { readonly Next: string }[]
  readonly ItemProcessor?: Machine
  readonly Branches?: readonly Machine[]
}

interface Machine {
  readonly StartAt: string
  readonly States: Readonly<Record<string, State>>
}

export interface Transition {
  readonly from: string
  readonly to: string
  /** `within`: from a Map or Parallel into the states that it runs. */
  readonly kind: 'next' | 'choice' | 'catch' | 'within'
}

/** The transitions that a state may take. */
const transitionsOf = (from: string, state: State): Transition[] => {
  const to = (kind: Transition['kind'], targets: readonly (string | undefined)[]) =>
    targets.flatMap((target) => (target === undefined ? [] : [{ from, to: target, kind }]))
  return [
    ...to('next', [state.Next]),
    ...to('choice', [...(state.Choices ?? []).map(({ Next }) => Next), state.Default]),
    ...to(
      'catch',
      (state.Catch ?? []).map(({ Next }) => Next),
    ),
    ...to('within', [state.ItemProcessor?.StartAt, ...(state.Branches ?? []).map(({ StartAt }) => StartAt)]),
  ]
}

/** Every state of a machine, those that its Maps and branches run included, by name. */
const statesOf = (machine: Machine): (readonly [string, State])[] =>
  Object.entries(machine.States).flatMap(([name, state]) => [
    [name, state] as const,
    ...[...(state.ItemProcessor ? [state.ItemProcessor] : []), ...(state.Branches ?? [])].flatMap(statesOf),
  ])

export interface DrawnState {
  readonly name: string
  readonly type: string
  /** Its name in lines that fit. */
  readonly lines: readonly string[]
  /** The middle. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface DrawnTransition extends Transition {
  readonly points: readonly Point[]
}

export interface Drawing {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly states: readonly DrawnState[]
  readonly transitions: readonly DrawnTransition[]
}

const LINE = 22
const LETTER_WIDTH = 7.6
const LINE_HEIGHT = 18
/** Room for the label above a state, and for thick lines. */
const MARGIN = 24

const linesOf = (name: string): string[] => {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Lays a state machine out from top to bottom; sizes in pixels. */
export const drawMachine = (definition: unknown): Drawing => {
  const machine = definition as Machine
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 20, ranksep: 36 })
  const states = statesOf(machine).map(([name, state]) => {
    const lines = linesOf(name)
    const width = Math.max(...lines.map((line) => line.length)) * LETTER_WIDTH + 32
    const height = lines.length * LINE_HEIGHT + 18
    graph.setNode(name, { width, height })
    return { name, type: state.Type, lines, width, height }
  })
  const transitions = statesOf(machine).flatMap(([name, state]) => transitionsOf(name, state))
  for (const { from, to, kind } of transitions) graph.setEdge(from, to, {}, kind)
  layout(graph)
  const drawn = states.map((state) => {
    const { x = 0, y = 0 } = graph.node(state.name) as { x?: number; y?: number }
    return { ...state, x, y }
  })
  const ways = transitions.map((transition) => {
    const edge = graph.edge(transition.from, transition.to, transition.kind) as
      | { points?: Point[] }
      | undefined
    return { ...transition, points: edge?.points ?? [] }
  })
  const points = ways.flatMap((way) => way.points)
  const across = [
    ...points.map(({ x }) => x),
    ...drawn.flatMap(({ x, width }) => [x - width / 2, x + width / 2]),
  ]
  const down = [
    ...points.map(({ y }) => y),
    ...drawn.flatMap(({ y, height }) => [y - height / 2, y + height / 2]),
  ]
  const left = Math.min(...across) - MARGIN
  const top = Math.min(...down) - MARGIN
  return {
    left,
    top,
    width: Math.max(...across) + MARGIN - left,
    height: Math.max(...down) + MARGIN - top,
    states: drawn,
    transitions: ways,
  }
}
