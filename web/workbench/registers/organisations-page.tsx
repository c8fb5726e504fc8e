import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { has, useMe } from '../me.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { Done } from './done.tsx'
import { OrganisationList, organisationPath } from './organisation-list.tsx'
import styles from './registers.module.css'

const words = {
  zh: {
    title: '机构',
    lead: '从本部门开始，打开一个机构就能看到它的下级、隶属关系和席位。',
    own: '我所在的机构',
    none: '您没有在任何机构任职。',
    open: '按机构编号打开',
    number: '机构编号',
    go: '打开',
    register: '登记机构',
    import: '批量导入',
    certificates: '证书查办',
  },
  en: {
    title: 'Organisations',
    lead: 'From your own desk down: each organisation shows those below it, its place and its seats.',
    own: 'Where I sit',
    none: 'You have no seat at an organisation.',
    open: 'Open by number',
    number: 'Number of the organisation',
    go: 'Open',
    register: 'Register an organisation',
    import: 'Import a file',
    certificates: 'Certificates',
  },
} as const

/** The way into the tree of organisations. */
export const OrganisationsPage = () => {
  const { say } = useSay(words)
  const me = useMe()
  const navigate = useNavigate()
  const [number, setNumber] = useState('')
  const id = useId()
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          <>
            <Link className="button" to="/registers/certificates">
              {say.certificates}
            </Link>
            {has(me, 'authority') && (
              <>
                <Link className="button" to="/registers/organisations/import">
                  {say.import}
                </Link>
                <Link className="button primary" to="/registers/organisations/new">
                  {say.register}
                </Link>
              </>
            )}
          </>
        }
      />
      <Done />
      <Panel title={say.own}>
        <OrganisationList label={say.own} empty={say.none} />
      </Panel>
      <Panel title={say.open}>
        <form
          className={styles.lookup}
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            if (number.trim() !== '') void navigate(organisationPath(number.trim()))
          }}
        >
          <div className="wide-field">
            <label htmlFor={id}>{say.number}</label>
            <Input id={id} value={number} onChange={({ target }) => setNumber(target.value)} />
          </div>
          <Button htmlType="submit">{say.go}</Button>
        </form>
      </Panel>
    </>
  )
}
