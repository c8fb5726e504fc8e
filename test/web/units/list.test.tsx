import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import type { OrganisationSummary } from '../../../web/shared/api/types.gen.ts'
import { LanguageContext } from '../../../web/shared/language-context.ts'
import { List } from '../../../web/workbench/parts/list.tsx'
import { useList } from '../../../web/workbench/parts/use-list.ts'

const input = { query: {} }

const organisation = (id: string): OrganisationSummary => ({
  ...{ id, name: `中学${id}` },
  ...{ kind: 'institution', level: 'city' },
})

interface Shown {
  readonly only?: (one: OrganisationSummary) => boolean
}

const Organisations = (more: Shown) => (
  <List<OrganisationSummary>
    of={useList('/organisations', input)}
    label="机构"
    rowKey={({ id }) => id}
    columns={[
      { title: '名称', key: 'name', render: (_, { name }) => name },
      { title: '类别', key: 'kind', render: () => '单位' },
    ]}
    empty={<p>没有机构</p>}
    {...more}
  />
)

/** The list as it is first drawn once a page has come. */
const drawn = (items: readonly OrganisationSummary[], cursor: string | null, more: Shown = {}): string => {
  const client = new QueryClient()
  client.setQueryData(['/organisations', input], { pages: [{ items, cursor }], pageParams: [undefined] })
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <LanguageContext value="zh">
        <MemoryRouter>
          <Organisations {...more} />
        </MemoryRouter>
      </LanguageContext>
    </QueryClientProvider>,
  )
}

test('a list without anything says so, and neither counts nor offers more', () => {
  const page = drawn([], null)
  expect(page).toContain('没有机构')
  expect(page).not.toContain('项')
  expect(page).not.toContain('<button')
})

test('a page without rows before others does not say that there is nothing: it says how to look further', () => {
  const page = drawn([], 'next')
  expect(page).not.toContain('没有机构')
  expect(page).toContain('查看过的部分里没有')
  expect(page).toContain('继续查找')
})

test('rows that a filter leaves out are told from those that are shown', () => {
  const only = ({ id }: OrganisationSummary) => id === 'a'
  expect(drawn([organisation('a'), organisation('b')], 'next', { only })).toContain('前 2 项中显示 1 项')
  expect(drawn([organisation('a'), organisation('b')], 'next')).toContain('已显示 2 项')
  expect(drawn([organisation('a'), organisation('b')], null, { only })).toContain('共 1 项')
})

test('each value but the first bears the name of its column, for where the columns stand below each other', () => {
  const page = drawn([organisation('a')], null)
  expect(page).toContain('<td class="" data-label="类别">单位</td>')
  expect(page).not.toContain('data-label="名称"')
})
