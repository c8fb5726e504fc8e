import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { ProblemError } from '../../../web/shared/api/client.ts'
import type { MeResponse } from '../../../web/shared/api/types.gen.ts'
import type { Language } from '../../../web/shared/language.ts'
import { LanguageContext } from '../../../web/shared/language-context.ts'
import { meQuery } from '../../../web/workbench/me.ts'

/** Somebody of a city's authority. */
export const authority: MeResponse = {
  ...{
    id: 'x',
    name: '刘海燕',
    email: 'x@demo.example',
    staffId: null,
    holdsTasks: true,
    today: '2026-11-02',
  },
  roles: [
    { role: 'authority', organisation: { id: 'o', name: '市人社局', kind: 'authority', level: 'city' } },
  ],
}

/** What the API has answered to whom: nothing is asked for while a page is drawn. */
export const answered = (me: MeResponse = authority): QueryClient => {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false, retry: false } } })
  client.setQueryData(meQuery.queryKey, me)
  return client
}

/** A query that failed: by default without an answer, as without a network. */
export const failed = async (client: QueryClient, queryKey: readonly unknown[], status = 0): Promise<void> =>
  client.prefetchQuery({
    queryKey,
    queryFn: () => Promise.reject(new ProblemError(status, { title: '', instance: '' })),
  })

/** A piece of the workbench as it is first drawn. */
export const drawn = (
  page: ReactElement,
  client: QueryClient = answered(),
  language: Language = 'zh',
): string =>
  renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <LanguageContext value={language}>
        <MemoryRouter>{page}</MemoryRouter>
      </LanguageContext>
    </QueryClientProvider>,
  )
