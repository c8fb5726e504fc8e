import { useParams } from 'react-router'
import type { Organisation, ReleasedPerson } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { withQuery } from '../../shared/with-query.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { fieldName } from '../person/person-words.ts'
import { fill, useSay } from '../preferences.tsx'
import { useInstitution, useOrganisation, useReleased } from './institution.ts'
import './institution.module.css'
import { MoveFollows } from './move-follows.tsx'
import { TransferForm } from './transfer-form.tsx'

const words = {
  zh: {
    title: '接收人员',
    back: '人员名册',
    lead: '接收到{to}。聘期、请假等其他登记信息随人转来，接收后可以修改。',
    who: '调入人员',
    from: '现单位',
    since: '同意调出日期',
    follows: '接收之后',
    form: '在本单位的登记',
    submit: '接收{name}',
    gone: '这名人员不在待接收之列：可能已经接收，或原单位已经撤回。',
    forbidden: '这名人员由接收单位的登记人员接收，不能由本人或只管一方的上级办理。',
  },
  en: {
    title: 'Take over a person',
    back: 'Staff register',
    lead: 'To {to}. Terms, leaves and whatever else is on record come along and can be changed afterwards.',
    who: 'Who comes',
    from: 'Present institution',
    since: 'Released on',
    follows: 'What follows',
    form: 'On the register here',
    submit: 'Take over {name}',
    gone: 'This person is not waiting: taken over already, or the release was withdrawn.',
    forbidden:
      'The receiving institution’s registrar takes this person over: not they themselves, nor an authority above one of the two alone.',
  },
} as const

interface TakeOverProps {
  readonly of: ReleasedPerson
  readonly to: Organisation
}

const TakeOver = ({ of: person, to }: TakeOverProps) => {
  const { say, language } = useSay(words)
  const { name, postType, hiredOn, institution, releasedOn } = person
  return (
    <>
      <Panel title={say.who}>
        <Facts
          of={[
            [fieldName('name', language), name],
            [fieldName('postType', language), term('postType', postType, language)],
            [fieldName('hiredOn', language), day(hiredOn, language)],
            [say.from, institution.name],
            [say.since, day(releasedOn, language)],
          ]}
        />
      </Panel>
      <Panel title={say.follows}>
        <MoveFollows of="transfer" name={name} from={institution.name} to={to.name} />
      </Panel>
      <Panel title={say.form}>
        <TransferForm person={person} to={to} submit={fill(say.submit, { name })} />
      </Panel>
    </>
  )
}

/** Takes over a person whom their institution has released to this one. */
export const TakeOverPage = () => {
  const { say } = useSay(words)
  const { id = '' } = useParams()
  const institution = useInstitution()
  const to = useOrganisation(institution)
  const released = useReleased(institution)
  return (
    <>
      <PageHead
        title={say.title}
        back={{ to: withQuery('/persons', { institution }), label: say.back }}
        lead={to.data && <p>{fill(say.lead, { to: to.data.name })}</p>}
      />
      <Answer of={to}>
        {(receiving) => (
          <Answer of={released}>
            {({ items }) => {
              const person = items.find((one) => one.id === id)
              if (person === undefined) return <Empty>{say.gone}</Empty>
              return person.mayTakeOver ? (
                <TakeOver of={person} to={receiving} />
              ) : (
                <Empty>{say.forbidden}</Empty>
              )
            }}
          </Answer>
        )}
      </Answer>
    </>
  )
}
