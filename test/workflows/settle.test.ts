import { describe, expect, test } from 'vitest'
import { openBench } from './bench.ts'

const numbers: Record<string, string> = { 'annual:2026': 'N1', induction: 'N2' }

/** Plays the settle steps for a person to whom these obligations are due. */
const functionsFor = (due: string[]) => {
  const issued: string[] = []
  return (invocation: { name: string; payload: { obligation?: string; number?: string } }) => {
    switch (invocation.name) {
      case 'find-due':
        return { obligation: due.find((one) => !issued.includes(one)) ?? 'none' }
      case 'issue-certificate':
        issued.push(invocation.payload.obligation ?? '')
        return { number: numbers[invocation.payload.obligation ?? ''] }
      case 'render-certificate':
        return { number: invocation.payload.number }
      default:
        return null
    }
  }
}

describe('Art. 35: settle issues what is due, until nothing is', () => {
  test('nothing is due', async () => {
    const bench = openBench('settle', functionsFor([]))
    const execution = await bench.start({ staffId: 's1' })
    expect(bench.path(execution)).toEqual(['Find what is due', 'Is a certificate due', 'Nothing more is due'])
  })

  test('two certificates at once, each issued, rendered and told', async () => {
    const bench = openBench('settle', functionsFor(['annual:2026', 'induction']))
    const execution = await bench.start({ staffId: 's1' })
    const round = [
      'Find what is due',
      'Is a certificate due',
      'Issue the certificate',
      'Render the certificate',
      'Tell the person of the certificate',
    ]
    expect(bench.path(execution)).toEqual([
      ...round,
      ...round,
      'Find what is due',
      'Is a certificate due',
      'Nothing more is due',
    ])
    expect(
      bench.invocations
        .filter(({ name }) => name === 'tell-certificate')
        .map(({ payload }) => payload.number),
    ).toEqual(['N1', 'N2'])
  })

  test('a name that the font lacks stops the issue for an operator, at once', async () => {
    class GlyphMissing extends Error {
      override name = 'GlyphMissing'
    }
    const bench = openBench('settle', ({ name }) => {
      if (name === 'find-due') return { obligation: 'annual:2026' }
      throw new GlyphMissing('U+12345')
    })
    const execution = await bench.start({ staffId: 's1' })
    expect(bench.path(execution).at(-1)).toBe('The font lacks a character')
    expect(bench.engine.describe(execution)).toMatchObject({ status: 'FAILED' })
    expect(bench.invocations.filter(({ name }) => name === 'issue-certificate')).toHaveLength(1)
  })
})
