import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { describe, expect, test } from 'vitest'
import type { PersonSummary } from '../../../web/shared/api/types.gen.ts'
import { oneOf } from '../../../web/shared/one-of.ts'
import { withQuery } from '../../../web/shared/with-query.ts'
import { useTaskFilters } from '../../../web/workbench/desk/task-filters.tsx'
import { useRegisterFilters } from '../../../web/workbench/institution/register-filters.tsx'

/** What a hook gives on a page with an address. */
const at = <Given,>(address: string, hook: () => Given): Given => {
  const given: Given[] = []
  const Page = () => {
    given.push(hook())
    return null
  }
  renderToStaticMarkup(
    <MemoryRouter initialEntries={[address]}>
      <Page />
    </MemoryRouter>,
  )
  const [first] = given
  if (first === undefined) throw new Error('The page was not rendered.')
  return first
}

describe('the filters of a desk stand in the address, and are asked of the API', () => {
  test.each([
    ['/tasks', {}],
    ['/tasks?type=deemed', { type: 'deemed' }],
    ['/tasks?stage=department', { stage: 'department' }],
    ['/tasks?late=true', { late: 'true' }],
    ['/tasks?type=recognition&late=true&flag=any', { type: 'recognition', late: 'true', flag: 'any' }],
    ['/tasks?late=yes&type=nothing&flag=x', {}],
  ])('%s', (address, asked) => {
    const filters = at(address, useTaskFilters)
    expect(filters.asked).toEqual(asked)
    expect(filters.isSet).toBe(Object.keys(asked).length > 0)
  })
})

const person = (postType: PersonSummary['postType'], onRegister: boolean): PersonSummary => ({
  id: 's1',
  name: '白音·苏和',
  staffNo: 'A1',
  postType,
  onRegister,
  leader: false,
  version: 1,
  hiredOn: '2020-03-01',
})

test.each([
  ['/persons', [true, false, true]],
  ['/persons?former=true', [true, true, true]],
  ['/persons?post=worker', [false, false, true]],
  ['/persons?post=professional&former=true', [true, true, false]],
])('%s shows of the register who is asked for', (address, shown) => {
  const persons = [person('professional', true), person('professional', false), person('worker', true)]
  expect(persons.map(at(address, useRegisterFilters).passes)).toEqual(shown)
})

test('an address takes the parameters that have a value, and is read as what is known', () => {
  expect(withQuery('/tasks', { box: 'todo', stage: null, late: undefined, type: '', limit: 0 })).toBe(
    '/tasks?box=todo&limit=0',
  )
  expect(withQuery('/persons?former=true', { institution: 'a&b' })).toBe(
    '/persons?former=true&institution=a%26b',
  )
  expect(oneOf(['met', 'short'], 'short')).toBe('short')
  for (const said of ['Short', '', null, undefined]) expect(oneOf(['met', 'short'], said)).toBeUndefined()
})
