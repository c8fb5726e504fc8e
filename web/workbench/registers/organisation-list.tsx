import { Link } from 'react-router'
import type { OrganisationSummary } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { List } from '../parts/list.tsx'
import { Empty } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import styles from './registers.module.css'

const words = {
  zh: { name: '名称', kind: '类别', level: '层级' },
  en: { name: 'Name', kind: 'Kind', level: 'Level' },
} as const

export const organisationPath = (id: string): string => `/registers/organisations/${encodeURIComponent(id)}`

export interface OrganisationListProps {
  /** Those right below it; without, those at which the reader sits. */
  readonly parent?: string
  readonly label: string
  readonly empty: string
}

/** Organisations, each leading to its own page and so to those below it. */
export const OrganisationList = ({ parent, label, empty }: OrganisationListProps) => {
  const { say, language } = useSay(words)
  const list = useList('/organisations', { query: { parent } })
  return (
    <div className={styles.registerTable}>
      <List<OrganisationSummary>
        of={list}
        label={label}
        rowKey={({ id }) => id}
        empty={<Empty>{empty}</Empty>}
        columns={[
          {
            title: say.name,
            key: 'name',
            render: (_, { id, name }) => <Link to={organisationPath(id)}>{name}</Link>,
          },
          {
            title: say.kind,
            key: 'kind',
            render: (_, { kind }) => term('organisationKind', kind, language),
          },
          { title: say.level, key: 'level', render: (_, { level }) => term('level', level, language) },
        ]}
      />
    </div>
  )
}
