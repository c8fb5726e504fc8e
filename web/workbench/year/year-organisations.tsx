import { Link, useSearchParams } from 'react-router'
import { organisationKinds } from '../../../functions/platform/words.ts'
import type { OrganisationYear, Year } from '../../shared/api/types.gen.ts'
import { withQuery } from '../../shared/with-query.ts'
import { Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { OrganisationRates } from './organisation-rates.tsx'

const words = {
  zh: {
    title: '各机构的结果',
    organisation: '机构',
    ways: '按什么分列',
    byOrganisation: '按机构',
    byDepartment: '按主管部门',
    department: organisationKinds.department.zh,
    departmentText: '只计本机构监督范围内的事业单位；下级主管部门所管的，计入其在本级的主管部门。',
    noDepartment: '没有主管部门的事业单位',
    under: '{name}所管事业单位的结果',
    back: '返回按主管部门分列',
  },
  en: {
    title: 'Results of those below',
    organisation: 'Organisation',
    ways: 'Listed by',
    byOrganisation: 'By organisation',
    byDepartment: 'By department',
    department: organisationKinds.department.en,
    departmentText:
      'Only institutions that this authority oversees; those of lower departments count with the one of its level.',
    noDepartment: 'Institutions without a department',
    under: 'Institutions under {name}',
    back: 'Back to the departments',
  },
} as const

interface BelowProps {
  readonly of: Year
  /** The organisation that the address names; undefined: the reader's own. */
  readonly organisation: string | undefined
  readonly asOf: string
}

const nameOf = ({ organisation }: OrganisationYear): string => organisation.name

const ByOrganisation = ({ of: { year }, organisation, asOf }: BelowProps) => {
  const { say } = useSay(words)
  const list = useList('/years/{year}/organisations', { path: { year }, query: { parent: organisation } })
  return (
    <OrganisationRates
      of={list}
      label={say.title}
      column={say.organisation}
      asOf={asOf}
      nameOf={nameOf}
      linkOf={(row) => withQuery(`/year/${year}`, { organisation: row.organisation.id })}
    />
  )
}

const useDepartments = ({ of: { year }, organisation }: Pick<BelowProps, 'of' | 'organisation'>) =>
  useList('/years/{year}/organisations', {
    path: { year },
    query: { parent: organisation, by: 'department' },
  })

const ByDepartment = (below: BelowProps) => {
  const { say } = useSay(words)
  const { year, organisation: own } = below.of
  const isNone = (row: OrganisationYear) => row.organisation.kind !== 'department'
  return (
    <>
      <p className="quiet">{say.departmentText}</p>
      <OrganisationRates
        of={useDepartments(below)}
        label={say.byDepartment}
        column={say.department}
        asOf={below.asOf}
        nameOf={(row) => (isNone(row) ? say.noDepartment : nameOf(row))}
        linkOf={(row) => {
          if (isNone(row)) return undefined
          const { id } = row.organisation
          // The region sees all of a department; others see only their own part of it.
          return own.level === 'region'
            ? withQuery(`/year/${year}`, { organisation: id })
            : withQuery(`/year/${year}`, {
                organisation: below.organisation,
                by: 'department',
                department: id,
              })
        }}
      />
    </>
  )
}

const UnderDepartment = ({ department, ...below }: BelowProps & { readonly department: string }) => {
  const { say } = useSay(words)
  const { year } = below.of
  const named = useDepartments(below)
    .data?.pages.flatMap(({ items }) => items)
    .find(({ organisation }) => organisation.id === department)
  const list = useList('/years/{year}/organisations', {
    path: { year },
    query: { parent: below.organisation, department },
  })
  const title = fill(say.under, { name: named ? nameOf(named) : say.department })
  return (
    <>
      <h3>{title}</h3>
      <p>
        <Link to={withQuery(`/year/${year}`, { organisation: below.organisation, by: 'department' })}>
          {say.back}
        </Link>
      </p>
      <OrganisationRates
        of={list}
        label={title}
        column={say.organisation}
        asOf={below.asOf}
        nameOf={nameOf}
        linkOf={(row) => withQuery(`/year/${year}`, { organisation: row.organisation.id })}
      />
    </>
  )
}

/** The organisations right below one, or, of an authority, its competent departments; which, the address says. */
export const YearOrganisations = (below: BelowProps) => {
  const { say } = useSay(words)
  const [query] = useSearchParams()
  const { year, organisation: own } = below.of
  const isByDepartment = own.kind === 'authority' && query.get('by') === 'department'
  const department = query.get('department')
  const ways = [
    [undefined, say.byOrganisation],
    ['department', say.byDepartment],
  ] as const
  return (
    <Panel title={say.title}>
      {own.kind === 'authority' && (
        <nav className="tabs" aria-label={say.ways}>
          {ways.map(([by, name]) => (
            <Link
              key={name}
              to={withQuery(`/year/${year}`, { organisation: below.organisation, by })}
              aria-current={isByDepartment === (by !== undefined) ? 'true' : undefined}
              preventScrollReset
            >
              {name}
            </Link>
          ))}
        </nav>
      )}
      {!isByDepartment && <ByOrganisation {...below} />}
      {isByDepartment && department === null && <ByDepartment {...below} />}
      {isByDepartment && department !== null && <UnderDepartment {...below} department={department} />}
    </Panel>
  )
}
