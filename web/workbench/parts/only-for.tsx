import type { ReactNode } from 'react'
import { Link, Outlet, type RouteObject } from 'react-router'
import type { MeResponse } from '../../shared/api/types.gen.ts'
import { has, isOfRegion, useMe } from '../me.ts'
import { fill, useSay } from '../preferences.tsx'
import { PageHead } from './page-head.tsx'

const words = {
  zh: {
    title: '这一页不由您的账号使用',
    text: '这一页由{who}使用，您的账号没有这样的席位。需要办理的，请联系他们；席位给得不对的，请联系给您账号的部门。',
    home: '回首页',
    region: '自治区人力资源和社会保障厅的工作人员',
    regionOrAuditor: '自治区人力资源和社会保障厅的工作人员和审计人员',
    auditor: '审计人员',
    authority: '人事综合管理部门的工作人员',
    department: '主管部门和人事综合管理部门的工作人员',
    office: '单位、主管部门、人事综合管理部门的工作人员和审计人员',
    watcher: '运行维护人员和审计人员',
  },
  en: {
    title: 'This page is not for your account',
    text: 'It is used by {who}, and your account has no such seat. Ask them where something is to be done; where a seat is missing, ask the office that gave you the account.',
    home: 'Home',
    region: 'people of the region’s personnel authority',
    regionOrAuditor: 'people of the region’s personnel authority and auditors',
    auditor: 'auditors',
    authority: 'people of personnel authorities',
    department: 'people of departments and personnel authorities',
    office: 'people of institutions, departments and personnel authorities, and auditors',
    watcher: 'operators and auditors',
  },
} as const

/** By whom a page is used: the same rule as of the link that leads there. The API checks every call again. */
const uses = {
  region: isOfRegion,
  regionOrAuditor: (me) => isOfRegion(me) || has(me, 'auditor'),
  auditor: (me) => has(me, 'auditor'),
  authority: (me) => has(me, 'authority'),
  department: (me) => has(me, 'department', 'authority'),
  office: (me) => has(me, 'institution', 'department', 'authority', 'auditor'),
  watcher: (me) => has(me, 'operator', 'auditor'),
} as const satisfies Record<string, (me: MeResponse) => boolean>

export type Users = keyof typeof uses

/** What only some use; whoever else opens its address is told in a sentence who does, not by what the API refuses. */
export const OnlyFor = ({ who, children }: { readonly who: Users; readonly children: ReactNode }) => {
  const { say } = useSay(words)
  if (uses[who](useMe())) return children
  return (
    <>
      <PageHead title={say.title} lead={<p>{fill(say.text, { who: say[who] })}</p>} />
      <p>
        <Link to="/">{say.home}</Link>
      </p>
    </>
  )
}

/** Pages that only some use. */
export const onlyFor = (who: Users, children: RouteObject[]): RouteObject => ({
  Component: () => (
    <OnlyFor who={who}>
      <Outlet />
    </OnlyFor>
  ),
  children,
})
