import { Link } from 'react-router'
import type { PublicProgramme } from '../../shared/api/types.gen.ts'
import { seatsOf, useMe } from '../me.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { Done } from '../registers/done.tsx'
import { programmeColumns } from './columns.tsx'
import { words } from './words.ts'

const OfOrganisation = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const { say, language } = useSay(words)
  const list = useList('/organisations/{id}/programmes', { path: { id } })
  return (
    <Panel title={name}>
      <List<PublicProgramme>
        of={list}
        label={name}
        rowKey={({ id }) => id}
        empty={<Empty>{say.ownNone}</Empty>}
        columns={programmeColumns(say, language, true)}
      />
    </Panel>
  )
}

/** The programmes that someone's organisations answer for, whatever became of them. */
export const OwnProgrammesPage = () => {
  const { say } = useSay(words)
  const organisations = new Map(
    seatsOf(useMe(), 'institution', 'department', 'authority').map(({ organisation }) => [
      organisation.id,
      organisation.name,
    ]),
  )
  return (
    <>
      <PageHead
        title={say.ownTitle}
        lead={<p>{say.ownLead}</p>}
        actions={
          <>
            <Link className="button primary" to="/programmes/new">
              {say.fileNew}
            </Link>
            <Link className="button" to="/programmes/figures">
              {say.figures}
            </Link>
          </>
        }
      />
      <Done />
      {[...organisations].map(([id, name]) => (
        <OfOrganisation key={id} id={id} name={name} />
      ))}
    </>
  )
}
