import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { catalog } from '../../functions/catalog.ts'
import { SettingsWrongError } from '../../infra/settings.ts'
import { appFor, ofType, stacksFor } from './synthesise.ts'

const folder = mkdtempSync(join(tmpdir(), 'held-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** As `npm run cloud:live` prints it: every function but one, which this release has anew. */
const [added, ...before] = catalog.map(({ name }) => name)
const held = join(folder, 'live.json')
writeFileSync(held, JSON.stringify(Object.fromEntries(before.map((name) => [name, '7']))))

const trial = { environment: 'test', held, release: 'abc123' }

const plain = stacksFor({ environment: 'test' })
const tenth = stacksFor({ ...trial, share: '10' })
const back = stacksFor({ ...trial, share: '0' })

/** The aliases of all stacks, by the name that their function has in the catalog. */
const aliasesOf = (stacks: typeof plain) => {
  const all = [...stacks.values()].flatMap(({ resources }) => {
    const functions = new Map(
      ofType(resources, 'AWS::Lambda::Function').map(([id, { Properties }]) => [
        id,
        String(Properties.Description).replace(/^[a-z]+: /, ''),
      ]),
    )
    return ofType(resources, 'AWS::Lambda::Alias').map(([, { Properties }]) => {
      const { Ref } = Properties.FunctionName as { Ref: string }
      return [functions.get(Ref) ?? '', Properties] as const
    })
  })
  return new Map(all)
}

describe('a release', () => {
  test('callers reach every function by its alias, never the function itself', () => {
    const called = JSON.stringify([
      ...(['api', 'reads', 'acts'] as const).map((name) =>
        ofType(plain.get(name)?.resources ?? {}, 'AWS::ApiGatewayV2::Integration'),
      ),
      ofType(plain.get('workflows')?.resources ?? {}, 'AWS::Scheduler::Schedule'),
      ofType(plain.get('workflows')?.resources ?? {}, 'AWS::StepFunctions::StateMachine'),
    ])
    expect(called).toMatch(/Live/)
    expect(called).not.toMatch(/Function[0-9A-F]{8}/)
    expect([...aliasesOf(plain).keys()].sort()).toEqual(catalog.map(({ name }) => name).sort())
  })

  test('takes every call where nothing is held', () => {
    for (const [name, { RoutingConfig, FunctionVersion }] of aliasesOf(plain)) {
      expect(RoutingConfig, name).toBeUndefined()
      expect(JSON.stringify(FunctionVersion), name).toMatch(/CurrentVersion/)
    }
  })

  test('takes a share of the calls beside the held versions; a function that is new takes all of its own', () => {
    const aliases = aliasesOf(tenth)
    for (const name of before)
      expect(aliases.get(name), name).toMatchObject({
        FunctionVersion: '7',
        RoutingConfig: { AdditionalVersionWeights: [{ FunctionWeight: 0.1 }] },
      })
    expect(aliases.get(added ?? '')).not.toHaveProperty('RoutingConfig')
  })

  test('is led back by the share 0', () => {
    const aliases = aliasesOf(back)
    for (const name of before) {
      expect(aliases.get(name)?.FunctionVersion, name).toBe('7')
      expect(aliases.get(name), name).not.toHaveProperty('RoutingConfig')
    }
  })

  test('gives every function a version of its own, so that a held one is never the new one', () => {
    const versions = (stacks: typeof plain) =>
      [...stacks.values()].flatMap(({ resources }) =>
        ofType(resources, 'AWS::Lambda::Version').map(([id]) => id),
      )
    const [first, second] = [versions(plain), versions(tenth)]
    expect(first).toHaveLength(catalog.length)
    expect(first.filter((id) => second.includes(id))).toEqual([])
  })

  test('a trial without a name, or one that takes every call, is refused', () => {
    expect(() => appFor({ environment: 'test', held, share: '10' })).toThrow(SettingsWrongError)
    expect(() => appFor({ ...trial, share: '100' })).toThrow(SettingsWrongError)
  })
})
