import { term } from '../../shared/terms.ts'
import { LearnerCode } from '../feeds/learner-code.tsx'
import { useMe } from '../me.ts'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { Done } from '../registers/done.tsx'
import { AddressForm } from './address-form.tsx'

const words = {
  zh: {
    title: '我的账号',
    facts: '账号信息',
    number: '账号编号',
    name: '姓名',
    email: '邮箱',
    seats: '席位',
    change: '更换邮箱',
    text: '通知发到这个邮箱。更换后，新邮箱要打开确认邮件里的链接才会生效。',
  },
  en: {
    title: 'My account',
    facts: 'On record',
    number: 'Account',
    name: 'Name',
    email: 'E-mail',
    seats: 'Seats',
    change: 'Another address',
    text: 'Notices go to this address. A new one holds once the link in its mail was confirmed.',
  },
} as const

/** One's own account, and another address for it. */
export const OwnAccountPage = () => {
  const { say, language } = useSay(words)
  const { id, name, email, roles, staffId } = useMe()
  return (
    <>
      <PageHead title={say.title} />
      <Done />
      <Panel title={say.facts}>
        <Facts
          of={[
            [say.name, name],
            [say.email, email],
            [
              say.seats,
              roles.length > 0 &&
                roles.map(({ role, organisation }) => (
                  <div key={`${role} ${organisation.id}`}>
                    {organisation.name} · {term('role', role, language)}
                  </div>
                )),
            ],
            [say.number, <code key="number">{id}</code>],
          ]}
        />
      </Panel>
      {staffId !== null && <LearnerCode staffId={staffId} />}
      <Panel title={say.change}>
        <p className="quiet">{say.text}</p>
        <AddressForm account={id} />
      </Panel>
    </>
  )
}
