import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { bodies, organisationKinds } from '../../../functions/platform/words.ts'
import type { Organisation } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { enumerate } from '../../shared/fill.ts'
import type { Language } from '../../shared/language.ts'
import { term } from '../../shared/terms.ts'
import { withQuery } from '../../shared/with-query.ts'
import { useMe, yearOf } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { Undrawable } from '../parts/undrawable.tsx'
import { fill, useSay } from '../preferences.tsx'
import { Done } from './done.tsx'
import { OrganisationList, organisationPath } from './organisation-list.tsx'
import { organisationQuery } from './organisation-query.ts'
import { OrganisationSeats } from './organisation-seats.tsx'

const words = {
  zh: {
    back: '机构',
    facts: '登记信息',
    number: '机构编号',
    creditCode: '统一社会信用代码',
    regionCode: '行政区划代码',
    foundedBy: '批准设立的文件',
    kind: '类别',
    level: '层级',
    parent: '上级机构',
    department: organisationKinds.department.zh,
    authority: organisationKinds.authority.zh,
    overseers: '能看到本机构事项的各级',
    version: '登记版本',
    change: '修改',
    reorganise: '合并或分出人员',
    closed: '已于 {on} 并入{into}',
    closedText: '不再登记人员和席位；以前办理的事项和记录仍在这里。请到并入的单位办理：',
    below: '下级机构',
    noneBelow: '没有下级机构。',
    register: '登记下级机构',
    year: '年度结果',
    persons: '人员名册',
    accounts: '账号',
    coming: '隶属关系的变动正在传到所属各级',
    comingText: '通常几分钟内自动完成；一直没有完成的，重新保存一次同样的内容即可继续。',
  },
  en: {
    back: 'Organisations',
    facts: 'On record',
    number: 'Number',
    creditCode: 'Unified social credit code',
    regionCode: 'Administrative division',
    foundedBy: 'Founding document',
    kind: 'Kind',
    level: 'Level',
    parent: 'Right above it',
    department: organisationKinds.department.en,
    authority: organisationKinds.authority.en,
    overseers: 'Who sees what happens here',
    version: 'Version',
    change: 'Change',
    reorganise: 'Merge, or split people off',
    closed: 'Merged into {into} on {on}',
    closedText: 'Nobody is entered or seated here any more; what was done stays here. Go on at:',
    below: 'Right below it',
    noneBelow: 'There is nothing below it.',
    register: 'Register one below',
    year: 'Results of the year',
    persons: 'Staff register',
    accounts: 'Accounts',
    coming: 'A change of place is coming down to those below',
    comingText:
      'It goes on by itself, usually within minutes; saving the same change again lets it go on too.',
  },
} as const

/** What kind of body it is: an organ keeps a register as an institution does (Art. 47). */
const kindOf = ({ kind, population }: Organisation, language: Language): string =>
  population === null ? term('organisationKind', kind, language) : bodies[population][language]

const Above = ({ of: above }: { readonly of: Organisation['parent'] }) =>
  above && <Link to={organisationPath(above.id)}>{above.name}</Link>

const Whole = ({ organisation }: { readonly organisation: Organisation }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const { id, name, kind, level, parent, department, authority, overseers, mayChange } = organisation
  const { number, regionCode, foundedBy } = organisation
  return (
    <>
      <PageHead
        title={name}
        back={{ to: '/registers/organisations', label: say.back }}
        lead={
          <p>
            {term('level', level, language)} · {kindOf(organisation, language)}
          </p>
        }
        actions={
          <>
            {kind === 'institution' && (
              <Link className="button" to={withQuery('/persons', { institution: id })}>
                {say.persons}
              </Link>
            )}
            <Link className="button" to={withQuery('/accounts', { organisation: id })}>
              {say.accounts}
            </Link>
            <Link className="button" to={withQuery(`/year/${yearOf(me)}`, { organisation: id })}>
              {say.year}
            </Link>
          </>
        }
      />
      <Done />
      <Undrawable of={organisation.undrawable} />
      {organisation.closed !== null && (
        <Notice
          tone="wait"
          title={fill(say.closed, {
            on: day(organisation.closed.on, language),
            into: organisation.closed.into.name,
          })}
        >
          <p>
            {say.closedText}{' '}
            <Link to={organisationPath(organisation.closed.into.id)}>{organisation.closed.into.name}</Link>
          </p>
        </Notice>
      )}
      {!organisation.complete && (
        <Notice tone="wait" title={say.coming}>
          <p>{say.comingText}</p>
        </Notice>
      )}
      <Panel
        title={say.facts}
        actions={
          mayChange && (
            <>
              {kind === 'institution' && organisation.closed === null && (
                <Link to={`${organisationPath(id)}/reorganisation`}>{say.reorganise}</Link>
              )}
              <Link to={`${organisationPath(id)}/change`}>{say.change}</Link>
            </>
          )
        }
      >
        <Facts
          of={[
            [say.number, <code key="number">{id}</code>],
            [say.creditCode, number],
            [say.regionCode, regionCode],
            [say.foundedBy, foundedBy],
            [say.kind, kindOf(organisation, language)],
            [say.level, term('level', level, language)],
            [say.parent, parent && <Above key="parent" of={parent} />],
            [say.department, department && <Above key="department" of={department} />],
            [say.authority, authority && <Above key="authority" of={authority} />],
            [
              say.overseers,
              enumerate(
                overseers.map((one) => one.name),
                language,
              ),
            ],
            [say.version, organisation.version],
          ]}
        />
      </Panel>
      <OrganisationSeats of={organisation} />
      {kind !== 'institution' && (
        <Panel
          title={say.below}
          actions={
            mayChange && (
              <Link to={withQuery('/registers/organisations/new', { under: id })}>{say.register}</Link>
            )
          }
        >
          <OrganisationList parent={id} label={say.below} empty={say.noneBelow} />
        </Panel>
      )}
    </>
  )
}

/** An organisation: its place, who sits there, and those right below it. */
export const OrganisationPage = () => {
  const { id = '' } = useParams()
  const asked = useQuery(organisationQuery(id))
  return <Answer of={asked}>{(organisation) => <Whole key={id} organisation={organisation} />}</Answer>
}
