import { useEffect } from 'react'
import { Link, useSearchParams } from 'react-router'
import { organisationKinds } from '../../../functions/platform/words.ts'
import type { OrganisationSummary } from '../../shared/api/types.gen.ts'
import { withQuery } from '../../shared/with-query.ts'
import { useMe } from '../me.ts'
import { List } from '../parts/list.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import styles from './institution.module.css'
import { useOrganisation } from './institution.ts'

const words = {
  zh: {
    own: '您所在的机构',
    below: '{name}所属的机构和单位',
    name: '名称',
    what: '类别',
    authority: organisationKinds.authority.zh,
    department: organisationKinds.department.zh,
    institution: organisationKinds.institution.zh,
    path: '所在位置',
    none: '下面没有机构和单位。',
  },
  en: {
    own: 'Where you sit',
    below: 'Below {name}',
    name: 'Name',
    what: 'Kind',
    authority: organisationKinds.authority.en,
    department: organisationKinds.department.en,
    institution: organisationKinds.institution.en,
    path: 'Where you are',
    none: 'There is nothing below it.',
  },
} as const

const to = (parent: string | undefined) => withQuery('/persons', { choose: 'true', parent })

/** The way down to an institution: from where one sits, level by level; the level stands in the address. */
export const InstitutionChoice = () => {
  const { say } = useSay(words)
  const me = useMe()
  const [query] = useSearchParams()
  // A reader with one seat begins below its organisation.
  const only =
    me.roles.length === 1 && me.roles[0]?.organisation.kind !== 'institution' ? me.roles[0] : undefined
  const parent = query.get('parent') ?? only?.organisation.id
  const here = useOrganisation(parent).data
  const list = useList('/organisations', { query: { parent, limit: 100 } })
  // The list has authorities first, then institutions, in pages: reads all pages.
  const { hasNextPage, isFetching, fetchNextPage } = list
  const pages = list.data?.pages.length ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetching && pages < 3) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage, pages])
  const seated = new Set(me.roles.map(({ organisation }) => organisation.id))
  // The way up, nearest first; organisations above the reader's own are no links.
  const overseers = here?.overseers ?? []
  const highest = overseers.findLastIndex(({ id }) => seated.has(id))
  const above = overseers.slice(0, highest + 1)
  const title = here ? say.below.replace('{name}', here.name) : say.own
  return (
    <Panel title={title}>
      {here && above.length > 0 && !seated.has(here.id) && (
        <nav aria-label={say.path} className={styles.path}>
          {above.toReversed().map(({ id, name }) => (
            <span key={id}>
              <Link to={to(id)}>{name}</Link>
              <span aria-hidden="true"> › </span>
            </span>
          ))}
          <span aria-current="page">{here.name}</span>
        </nav>
      )}
      <List<OrganisationSummary>
        of={list}
        label={title}
        rowKey={({ id }) => id}
        empty={<Empty>{say.none}</Empty>}
        columns={[
          {
            title: say.name,
            key: 'name',
            render: (_, { id, name, kind }) => (
              <Link to={kind === 'institution' ? withQuery('/persons', { institution: id }) : to(id)}>
                {name}
              </Link>
            ),
          },
          { title: say.what, key: 'kind', render: (_, { kind }) => say[kind] },
        ]}
      />
    </Panel>
  )
}
