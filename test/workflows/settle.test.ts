import { describe, expect, test } from 'vitest'
import { openBench } from './bench.ts'

const numbers: Record<string, string> = { 'annual:2026': 'N1', induction: 'N2', 'annual:2025': 'N3' }

type Due = { action: string; obligation?: string; year?: number }

/** Plays the settle steps for a person for whom these things are to be done, in this order. */
const functionsFor = (due: Due[]) => {
  const left = [...due]
  return ({ name, payload }: { name: string; payload: { obligation?: string; number?: string } }) => {
    const number = numbers[payload.obligation ?? '']
    switch (name) {
      case 'find-due':
        return left[0] ?? { action: 'none' }
      case 'issue-certificate':
        left.shift()
        return { number, revision: 1 }
      case 'revise-certificate':
        left.shift()
        return { number, revision: 2 }
      case 'render-certificate':
        return { number: payload.number }
      case 'correct-result':
        left.shift()
        return null
      default:
        return null
    }
  }
}

const run = async (due: Due[]) => {
  const bench = openBench('settle', functionsFor(due))
  const execution = await bench.start({ staffId: 's1' })
  return { bench, path: bench.path(execution) }
}

const look = ['Find what is due', 'What is due']
const end = [...look, 'Nothing more is due']
const issue = [
  ...look,
  'Issue the certificate',
  'Render the certificate',
  'Tell the person of the certificate',
]

describe('Art. 32, 35: settle does what is due, until nothing is', () => {
  test('nothing is due', async () => {
    expect((await run([])).path).toEqual(end)
  })

  test('two certificates at once, each issued, rendered and told', async () => {
    const { bench, path } = await run([
      { action: 'issue', obligation: 'annual:2026' },
      { action: 'issue', obligation: 'induction' },
    ])
    expect(path).toEqual([...issue, ...issue, ...end])
    expect(
      bench.invocations.filter(({ name }) => name === 'tell-certificate').map(({ payload }) => payload),
    ).toEqual([
      { number: 'N1', revision: 1 },
      { number: 'N2', revision: 1 },
    ])
  })

  test.each([
    ['correct', 'Correct the certificate'],
    ['revoke', 'Revoke the certificate'],
  ])('to %s: the certificate is changed and the person told; no second sheet', async (action, state) => {
    const { bench, path } = await run([{ action, obligation: 'annual:2025' }])
    expect(path).toEqual([...look, state, 'Tell the person of the certificate', ...end])
    expect(bench.invocations.slice(1, 3)).toEqual([
      { name: 'revise-certificate', payload: { staffId: 's1', obligation: 'annual:2025' } },
      { name: 'tell-certificate', payload: { number: 'N3', revision: 2 } },
    ])
  })

  test('a closed year whose result changes gets its new entry', async () => {
    const { bench, path } = await run([{ action: 'result', year: 2025 }])
    expect(path).toEqual([...look, 'Correct the result of a closed year', ...end])
    expect(bench.invocations[1]).toEqual({ name: 'correct-result', payload: { staffId: 's1', year: 2025 } })
  })

  test('one is revoked, another issued, a result corrected: one after the other', async () => {
    const { path } = await run([
      { action: 'revoke', obligation: 'annual:2026' },
      { action: 'issue', obligation: 'annual:2025' },
      { action: 'result', year: 2025 },
    ])
    expect(path.filter((name) => !look.includes(name))).toEqual([
      'Revoke the certificate',
      'Tell the person of the certificate',
      'Issue the certificate',
      'Render the certificate',
      'Tell the person of the certificate',
      'Correct the result of a closed year',
      'Nothing more is due',
    ])
  })

  test('a name that the font lacks stops the issue for an operator, at once', async () => {
    class GlyphMissingError extends Error {
      override name = 'GlyphMissing'
    }
    const bench = openBench('settle', ({ name }) => {
      if (name === 'find-due') return { action: 'issue', obligation: 'annual:2026' }
      throw new GlyphMissingError('U+12345')
    })
    const execution = await bench.start({ staffId: 's1' })
    expect(bench.path(execution).at(-1)).toBe('The font lacks a character')
    expect(bench.engine.describe(execution)).toMatchObject({ status: 'FAILED' })
    expect(bench.invocations.filter(({ name }) => name === 'issue-certificate')).toHaveLength(1)
  })
})
