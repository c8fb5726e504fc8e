import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const WEB = resolve(import.meta.dirname, '../../../web')

const filesOf = (ending: string) =>
  readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(`.${ending}`) && !path.startsWith('dist/'))
    .map((path) => ({ path, text: readFileSync(join(WEB, path), 'utf8') }))

const sheets = filesOf('css')
const modules = sheets.filter(({ path }) => path.endsWith('.module.css'))
const pages = filesOf('tsx')

const rulesOf = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '')

/** The classes that selectors name; those within `:global()` are of another sheet. */
const classesIn = (text: string): Set<string> =>
  new Set(
    [...rulesOf(text).matchAll(/([^{}]*)\{/g)].flatMap(([, selector = '']) =>
      [...selector.replaceAll(/:global\([^)]*\)/g, '').matchAll(/\.([a-z][\w-]*)/gi)].map(
        ([, name = '']) => name,
      ),
    ),
  )

/** What a component takes from style sheets of components, by the path of the sheet. */
const taken = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(([, name = '', from = '']) => {
    const sheet = posix.join(posix.dirname(path), from)
    const names = [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, one = '']) => one)
    return names.map((one) => ({ path, sheet, name: one }))
  }),
)

describe('style sheets of components', () => {
  test('every class that a component takes stands in its sheet', () => {
    const known = new Map(modules.map(({ path, text }) => [path, classesIn(text)]))
    expect(taken.filter(({ sheet, name }) => !known.get(sheet)?.has(name))).toEqual([])
  })

  test('every class of a sheet is taken by a component', () => {
    // The diagram of a machine takes the kind of a transition and the state of a state as they come.
    const byName = new Set(['catch', 'failed', 'current', 'visited'])
    const unused = modules.flatMap(({ path, text }) =>
      [...classesIn(text)]
        .filter((name) => !taken.some((one) => one.sheet === path && one.name === name) && !byName.has(name))
        .map((name) => `${path} ${name}`),
    )
    expect(unused).toEqual([])
  })

  test('every other class that a page names stands in a sheet of all pages', () => {
    const common = new Set(
      sheets.filter((sheet) => !modules.includes(sheet)).flatMap(({ text }) => [...classesIn(text)]),
    )
    for (const { text } of modules)
      for (const [, name = ''] of text.matchAll(/:global\(\.([\w-]+)\)/g)) common.add(name)
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/className(?:="|: ')([\w -]+)["']/g)].flatMap(([, names = '']) =>
        names.split(' ').map((name) => ({ path, name })),
      ),
    )
    expect(named.filter(({ name }) => !common.has(name))).toEqual([])
  })
})

test('no script looks for an element by its class: in the page it has another name', () => {
  const looking = [...pages, ...filesOf('ts')].filter(({ text }) =>
    /(?:querySelector|closest|matches)\w*(?:<\w+>)?\(\s*['`]\.|'\.[a-z][\w-]* [a-z]+'/.test(text),
  )
  expect(looking.map(({ path }) => path)).toEqual([])
})

describe('tokens', () => {
  const [tokens] = sheets.filter(({ path }) => path.endsWith('shared/tokens.css'))
  const tokenOf = (name: string, sheet: string): string | undefined =>
    new RegExp(`--${name}: ([^;]+);`).exec(sheet)?.[1]

  test.each(sheets.filter((sheet) => sheet !== tokens).map(({ path, text }) => [path, text]))(
    '%s has no colour of its own, and no space or size that is a token',
    (_, text) => {
      const rules = rulesOf(text)
      expect(rules.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi)).toBeNull()
      expect(rules.match(/font-size: [\d.]+rem/g)).toBeNull()
      const spaces = [...(tokens?.text ?? '').matchAll(/--space-\w+: ([\d.]+rem)/g)].map(([, one]) => one)
      const literals = [...rules.matchAll(/(?:margin|padding|gap)[\w-]*: ([^;]+);/g)].flatMap(
        ([, value = '']) => value.split(' '),
      )
      expect(literals.filter((one) => spaces.includes(one))).toEqual([])
    },
  )

  test('every token that is used is there', () => {
    const used = sheets.flatMap(({ text }) =>
      [...text.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = '']) => name),
    )
    expect([...new Set(used)].filter((name) => tokenOf(name, tokens?.text ?? '') === undefined)).toEqual([])
  })

  test.each([
    ['colorPrimary', 'accent'],
    ['colorText', 'ink'],
    ['colorTextSecondary', 'quiet'],
    ['colorBorderSecondary', 'line'],
  ])('antd has the same %s, in large letters too', (name, token) => {
    const theme = readFileSync(join(WEB, 'workbench/theme.ts'), 'utf8')
    const [usual = '', large = ''] = (tokens?.text ?? '').split('html.large')
    const [, inLarge, other] = new RegExp(`\\b${name}: isLarge \\? '(#\\w+)' : '(#\\w+)'`).exec(theme) ?? []
    expect(inLarge?.replace('#000000', '#000')).toBe(tokenOf(token, large))
    expect(other).toBe(tokenOf(token, usual))
  })
})
