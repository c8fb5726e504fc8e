import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { proofRows } from '../scripts/proof/rows.ts'
import config from '../vitest.config.ts'
import { BUDGETS, overBudget } from './budget.ts'
import { IDENTITY_FILES, IN_TURN_FILES } from './suites.ts'

const ROOT = resolve(import.meta.dirname, '..')
const filesOf = (patterns: readonly string[]): string[] =>
  globSync([...patterns], { cwd: ROOT }).filter((file) => /\.test\.tsx?$/.test(file))

const Suite = z.object({
  name: z.string(),
  include: z.array(z.string()),
  exclude: z.array(z.string()).default([]),
})
const Config = z.object({ test: z.object({ projects: z.array(z.object({ test: Suite })) }) })
const suites = Config.parse(config).test.projects.map(({ test: suite }) => suite)

test('every file of tests is in one suite, those of dates in the two zones besides', () => {
  const run = suites
    .filter(({ name }) => !/^(west|east)-of/.test(name))
    .flatMap(({ include, exclude }) => {
      const left = new Set(filesOf(exclude))
      return filesOf(include).filter((file) => !left.has(file))
    })
  expect(run.filter((file, place) => run.indexOf(file) !== place)).toEqual([])
  const inTurn = filesOf([...IN_TURN_FILES, ...IDENTITY_FILES])
  const missing = filesOf(['test/**']).filter((file) => !run.includes(file) && !inTurn.includes(file))
  expect(missing).toEqual([])
})

test('every row of the proof is held by files that its suite runs', () => {
  const filesIn = (name: string): readonly string[] => {
    if (name === 'acceptance') return filesOf(IN_TURN_FILES)
    const suite = suites.find((one) => one.name === name)
    const left = new Set(filesOf(suite?.exclude ?? []))
    return filesOf(suite?.include ?? []).filter((file) => !left.has(file))
  }
  for (const { what, held } of proofRows)
    if (held !== undefined) expect(filesIn(held.suite), what).toEqual(expect.arrayContaining([...held.files]))
})

test('every suite has a budget, and one that takes longer than it may here fails the run', () => {
  expect(suites.map(({ name }) => name).sort()).toEqual(Object.keys(BUDGETS).sort())
  const budgets = { units: 100, browser: 50 }
  const took = new Map([
    ['units', 101],
    ['browser', 50],
  ])
  expect(overBudget(took, 1, budgets)).toEqual([expect.stringContaining('units took 101 s')])
  expect(overBudget(took, 1.1, budgets)).toEqual([])
  expect(overBudget(new Map([['new', 1]]), 1, budgets)).toEqual([expect.stringContaining('no budget')])
})
