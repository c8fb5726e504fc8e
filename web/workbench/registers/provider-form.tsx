import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { NewProvider, Provider, ProviderChange } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { Answer } from '../parts/answer.tsx'
import { DateField } from '../parts/date-field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from './done.tsx'
import { RegisterForm, useRequired } from './register-form.tsx'

const LIST = '/registers/providers'

const words = {
  zh: {
    back: '网络培训机构',
    register: '登记网络培训机构',
    registered: '已登记：{name}',
    change: '修改 {name}',
    changed: '已保存：{name}',
    lead: '需要：自治区确定该机构的文件。登记后立即生效，此后的申报按名单核对。',
    changeLead: '改动后的名单对此后的申报生效；改动前的内容和理由都会保留。',
    entry: '名单内容',
    name: '名称',
    nameHint: '与机构出具的证明上的名称一致。',
    aliases: '别名（选填）',
    aliasesHint: '一行一个，至多 20 个。申报人写别名的，也算在名单内。',
    from: '列入日期',
    until: '截止日期（选填）',
    untilHint: '名单内的最后一天；不填为长期。',
    client: '客户端编号（选填）',
    clientHint: '机构的推送程序在统一身份认证里的编号；不填的，用平台给这条名单的编号。',
    key: '签名公钥（选填）',
    keyHint:
      '不能自行推送的机构，把完成记录签名成文件，由自治区上传；这里填它的公钥（PEM 文本，Ed25519 或 P-256）。',
    atOnce: '推送的学时直接认定',
    atOnceHint:
      '一般不勾选：每天的学时由主管部门认定、人事综合管理部门核定（第38条）。勾选后即时记入台账，不再经过这两个环节。',
    save: '保存',
    none: '没有这个网络培训机构。',
    same: '没有改动。要保存的，请先修改内容。',
  },
  en: {
    back: 'Online providers',
    register: 'List a provider',
    registered: 'Listed: {name}',
    change: 'Change {name}',
    changed: 'Saved: {name}',
    lead: 'Needed: the region’s document that names the provider. It holds at once for what is filed from now on.',
    changeLead:
      'The change holds for what is filed from now on; what stood here before is kept, with the reason.',
    entry: 'What the list says',
    name: 'Name',
    nameHint: 'As it stands on the provider’s own certificates.',
    aliases: 'Other names (optional)',
    aliasesHint: 'One a line, at most 20. Claims that use one of them count as listed.',
    from: 'Listed from',
    until: 'Until (optional)',
    untilHint: 'The last day on the list; empty: until further notice.',
    client: 'Client id (optional)',
    clientHint: 'Of its program at the identity provider; empty: the id of this listing.',
    key: 'Public key (optional)',
    keyHint:
      'Where its program cannot call: it signs a file, which the region uploads. The key as PEM text, Ed25519 or P-256.',
    atOnce: 'Recognise what it delivers at once',
    atOnceHint:
      'As a rule no: each day’s hours go to department and authority (Art. 38). With it they enter the ledgers at once, without these desks.',
    save: 'Save',
    none: 'There is no such provider.',
    same: 'Nothing was changed yet.',
  },
} as const

interface Values {
  name: string
  /** One a line. */
  aliases: string
  listedFrom: string
  listedUntil: string | null
  clientId: string | null
  publicKey: string | null
  recognisedAtOnce: boolean
}

const aliasesIn = (text: string | undefined): string[] =>
  (text ?? '').split('\n').flatMap((line) => line.trim() || [])

const listingOf = ({
  name,
  aliases,
  listedFrom,
  listedUntil,
  clientId,
  publicKey,
  recognisedAtOnce,
}: Values) => ({
  name: name.trim(),
  aliases: aliasesIn(aliases),
  listedFrom,
  listedUntil: listedUntil ?? null,
  clientId: clientId?.trim() || null,
  publicKey: publicKey?.trim() || null,
  recognisedAtOnce: recognisedAtOnce ?? false,
})

const Fields = () => {
  const { say } = useSay(words)
  const required = useRequired()
  return (
    <>
      <Form.Item name="name" label={say.name} extra={say.nameHint} rules={required(say.name)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="aliases" label={say.aliases} extra={say.aliasesHint}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <div className="fields">
        <Form.Item name="listedFrom" label={say.from} rules={required(say.from)}>
          <DateField />
        </Form.Item>
        <Form.Item name="listedUntil" label={say.until} extra={say.untilHint}>
          <DateField />
        </Form.Item>
      </div>
      <Form.Item name="clientId" label={say.client} extra={say.clientHint}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="publicKey" label={say.key} extra={say.keyHint}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <Form.Item name="recognisedAtOnce" valuePropName="checked" extra={<Cited>{say.atOnceHint}</Cited>}>
        <Checkbox>{say.atOnce}</Checkbox>
      </Form.Item>
    </>
  )
}

/** `/aliases/2` is a line of one field. */
const pathOf = (pointer: string): string => (pointer.startsWith('/aliases') ? '/aliases' : pointer)

/** Lists a provider (Art. 41). */
export const NewProviderPage = () => {
  const { say } = useSay(words)
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  return (
    <>
      <PageHead title={say.register} back={{ to: LIST, label: say.back }} lead={<p>{say.lead}</p>} />
      <Panel title={say.entry}>
        <RegisterForm<Values>
          name="provider"
          draft="provider"
          initial={{}}
          submit={say.register}
          pathOf={pathOf}
          send={async ({ reason, ...values }) => {
            const body: NewProvider = { ...listingOf(values), reason }
            const { name } = await post('/providers', { body })
            await queries.invalidateQueries({ queryKey: ['/providers'] })
            await doneAt(LIST, fill(say.registered, { name }))
          }}
        >
          <Fields />
        </RegisterForm>
      </Panel>
    </>
  )
}

const Change = ({ provider: current }: { readonly provider: Provider }) => {
  const { say } = useSay(words)
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  // As it was when the form was opened: someone else's change since is refused and not overwritten.
  const [provider] = useState(current)
  const { id, version } = provider
  const initial: Values = { ...provider, aliases: provider.aliases.join('\n') }
  const before = JSON.stringify(listingOf(initial))
  return (
    <Panel title={say.entry}>
      <RegisterForm<Values>
        name="provider"
        draft={`provider ${id} ${version}`}
        initial={initial}
        submit={say.save}
        pathOf={pathOf}
        check={(values) =>
          JSON.stringify(listingOf(values)) === before ? [{ field: '/name', text: say.same }] : []
        }
        send={async ({ reason, ...values }) => {
          const body: ProviderChange = { ...listingOf(values), version, reason }
          const { name } = await post('/providers/{id}', { path: { id }, body })
          await queries.invalidateQueries({ queryKey: ['/providers'] })
          await doneAt(LIST, fill(say.changed, { name }))
        }}
      >
        <Fields />
      </RegisterForm>
    </Panel>
  )
}

/** Changes what the list says of a provider, or ends its listing. */
export const ChangeProviderPage = () => {
  const { say } = useSay(words)
  const { id } = useParams()
  const asked = useQuery({
    queryKey: ['/providers', 'whole'],
    queryFn: () => get('/providers'),
  })
  const provider = asked.data?.items.find((one) => one.id === id)
  return (
    <>
      <PageHead
        title={provider ? fill(say.change, { name: provider.name }) : say.back}
        back={{ to: LIST, label: say.back }}
        lead={<p>{say.changeLead}</p>}
      />
      <Answer of={asked}>
        {() => (provider ? <Change provider={provider} /> : <Empty>{say.none}</Empty>)}
      </Answer>
    </>
  )
}
