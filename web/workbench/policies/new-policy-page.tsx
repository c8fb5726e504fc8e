import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { PolicyBody, PolicyPreview, PolicyView } from '../../shared/api/types.gen.ts'
import { labelled } from '../../shared/labelled.ts'
import { isOfRegion, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { articleNumbers } from '../parts/article-numbers.ts'
import { DateField } from '../parts/date-field.tsx'
import { EvidenceUpload, type Proof, useUnsent } from '../parts/evidence-upload.tsx'
import { FaultSummary, type FieldFault, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { parameterWords, readingText } from '../registers/parameters-words.ts'
import { choices, chosenReadings, isChoice, oneOfEach } from './chosen-readings.ts'
import { PublishStep } from './publish-step.tsx'
import { policyWords } from './words.ts'

const words = {
  zh: {
    ...parameterWords.zh,
    ...policyWords.zh,
    title: '发布文件',
    back: '政策文件和解释',
    lead: '发布后立即公开，原文不能再改；有变动的，发布新版本。',
    entry: '文件',
    replaces: '替代《{title}》（{number}）',
    number: '文号',
    name: '标题',
    summary: '要点',
    text: '正文（附有文件的可以不填）',
    files: '附件（选填）',
    filesHint:
      '文件原件的扫描件或电子版：PDF、PNG、JPEG，每个不超过 10 MB，最多 10 个。发布后任何人都能打开。',
    articles: '相关条款（条的序号）',
    from: '施行日期',
    until: '失效日期（选填）',
    changed: '与上一版本有什么不同',
    readings: '设定的执行口径（选填，仅限解释）',
    heldNow: '{reading}（现在如此）',
    readingsHint:
      '每个口径只选一个值，再选的代替先选的。自施行日期起执行，与文件同时生效。年度按年末执行的口径认定：年内施行的，本年度结果发布后即按新口径显示。按数字、日期设定的口径在“执行口径”页调整。',
    publish: '下一步：核对后发布',
    enteredLater: '补录已施行的文件：以前已经在别处发布',
    missing: '请填写{field}',
  },
  en: {
    ...parameterWords.en,
    ...policyWords.en,
    title: 'Publish',
    back: 'Policies and interpretations',
    lead: 'Public at once, and never edited afterwards: what changes is published as a new version.',
    entry: 'Document',
    replaces: 'Replaces “{title}” ({number})',
    number: 'Number',
    name: 'Title',
    summary: 'In short',
    text: 'Text (optional beside a file)',
    files: 'Files (optional)',
    filesHint:
      'The document itself: PDF, PNG or JPEG, at most 10 MB each, ten at most. Once published, anyone can open them.',
    articles: 'Articles (their numbers)',
    from: 'In force from',
    until: 'In force until (optional)',
    changed: 'What differs from the version before',
    readings: 'Readings that it sets (optional, interpretations alone)',
    heldNow: '{reading} (as now)',
    readingsHint:
      'One value a reading: what is chosen later takes the place. From its first day on, in one step with the document. A year is judged by the readings in force at its end: what comes into force within the running year shows in its results at once. Readings by number or date are set on the page of readings.',
    publish: 'Next: look at what follows',
    enteredLater: 'In force already: it was published elsewhere before',
    missing: 'Please give: {field}',
  },
} as const

interface Values {
  kind: 'policy' | 'interpretation'
  number: string
  title: string
  summary: string
  text?: string
  articles: string[]
  inForceFrom: string
  inForceUntil?: string
  changed?: string
  readings?: string[]
  files?: readonly Proof[]
  enteredLater?: boolean
}

const PolicyForm = ({ before }: { readonly before: PolicyView | undefined }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  // One key a form: sent twice, it is published once.
  const [key] = useState(() => crypto.randomUUID())
  const [found, setFound] = useState<readonly FieldFault[]>([])
  const [form] = Form.useForm<Values>()
  const unsent = useUnsent()
  const kind = Form.useWatch('kind', form)
  const from = Form.useWatch('inForceFrom', form)
  /** What was filled in, with what would follow: asked before anything is published. */
  const [looked, setLooked] = useState<{ readonly body: PolicyBody; readonly preview: PolicyPreview }>()
  const bodyOf = (values: Values): PolicyBody => {
    const {
      readings = [],
      files = [],
      text = '',
      inForceUntil,
      changed = '',
      enteredLater = false,
      ...said
    } = values
    return {
      ...said,
      ...{ changed, text, files: files.map(({ id }) => id) },
      ...(inForceUntil ? { inForceUntil } : {}),
      ...(before === undefined ? {} : { replacesId: before.id }),
      ...(readings.length === 0 ? {} : { readings: chosenReadings(readings) }),
      ...(enteredLater && said.inForceFrom < me.today ? { enteredLater: true as const } : {}),
    }
  }
  const looking = useMutation({
    mutationFn: async (values: Values) => {
      const body = bodyOf(values)
      return { body, preview: await post('/policies/preview', { body }) }
    },
    onSuccess: setLooked,
  })
  const publishing = useMutation({
    mutationFn: (body: PolicyBody) => post('/policies', { key, body }),
    onError: () => setLooked(undefined),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['/policies'] })
      await navigate(`/policies/${id}`)
    },
  })
  const held = useQuery({
    queryKey: ['/parameters'],
    queryFn: () => get('/parameters'),
    enabled: kind === 'interpretation',
  })
  /** A reading with one of its values, marked where it holds now. */
  const labelOf = (name: string, value: string | boolean): string => {
    const label = labelled(isChoice(name) ? say[name] : name, readingText(name, value, say), language)
    const isHeld = held.data?.readings.some((one) => one.name === name && one.value === value)
    return isHeld ? fill(say.heldNow, { reading: label }) : label
  }
  const error = looking.error ?? publishing.error
  const required = (field: string) => [{ required: true, message: fill(say.missing, { field }) }]
  const idOf = (pointer: string) => `policy_${pointer.split('/')[1] ?? ''}`
  const faults = found.length > 0 ? found : (fieldFaults(error, idOf) ?? [])
  return (
    <Panel title={say.entry}>
      <FaultSummary faults={faults} error={faults.length > 0 ? undefined : (error ?? undefined)} />
      <Form<Values>
        form={form}
        name="policy"
        layout="vertical"
        initialValues={
          before === undefined
            ? { kind: 'policy', articles: [] }
            : {
                ...{ kind: before.kind, number: before.number, title: before.title },
                ...{ summary: before.summary, text: before.text, articles: before.articles },
              }
        }
        onFinish={(values) => {
          setFound([])
          publishing.reset()
          looking.mutate(values)
        }}
        onValuesChange={() => setLooked(undefined)}
        onFinishFailed={(failed) => setFound(formFaults('policy', failed))}
      >
        <div className="fields">
          <Form.Item name="kind" label={say.kind}>
            <Select
              options={(isOfRegion(me) ? (['policy', 'interpretation'] as const) : (['policy'] as const)).map(
                (value) => ({ value, label: say[value] }),
              )}
            />
          </Form.Item>
          <Form.Item name="number" label={say.number} rules={required(say.number)}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
        <Form.Item name="title" label={say.name} rules={required(say.name)}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="articles" label={say.articles}>
          <Select mode="multiple" options={articleNumbers.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <div className="fields">
          <Form.Item name="inForceFrom" label={say.from} rules={required(say.from)}>
            <DateField {...(before === undefined ? {} : { from: me.today })} />
          </Form.Item>
          <Form.Item name="inForceUntil" label={say.until}>
            <DateField />
          </Form.Item>
        </div>
        {before === undefined && typeof from === 'string' && from < me.today && (
          <Form.Item name="enteredLater" valuePropName="checked">
            <Checkbox>{say.enteredLater}</Checkbox>
          </Form.Item>
        )}
        {before !== undefined && (
          <Form.Item name="changed" label={say.changed} rules={required(say.changed)}>
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
        )}
        {kind === 'interpretation' && (
          <Form.Item
            name="readings"
            label={say.readings}
            extra={say.readingsHint}
            normalize={(chosen: readonly string[]) => oneOfEach(chosen)}
          >
            <Select
              mode="multiple"
              optionFilterProp="label"
              options={Object.entries(choices).flatMap(([name, values]) =>
                values.map((value, nth) => ({
                  value: `${name}=${nth}`,
                  label: labelOf(name, value),
                })),
              )}
            />
          </Form.Item>
        )}
        <Form.Item name="summary" label={say.summary} rules={required(say.summary)}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="files" label={say.files} rules={[unsent.rule]}>
          <EvidenceUpload unsent={unsent.files} hint={say.filesHint} />
        </Form.Item>
        <Form.Item name="text" label={say.text}>
          <Input.TextArea rows={12} maxLength={20_000} />
        </Form.Item>
        {looked === undefined && (
          <Button type="primary" size="large" htmlType="submit" loading={looking.isPending}>
            {say.publish}
          </Button>
        )}
      </Form>
      {looked !== undefined && (
        <PublishStep
          of={looked.preview}
          replaces={before?.title}
          today={me.today}
          isPending={publishing.isPending}
          publish={() => publishing.mutate(looked.body)}
          back={() => setLooked(undefined)}
        />
      )}
    </Panel>
  )
}

/** Publishes a policy or an interpretation, or a new version of one. */
export const NewPolicyPage = () => {
  const { say } = useSay(words)
  const [search] = useSearchParams()
  const replaces = search.get('replaces') ?? ''
  const before = useQuery({
    queryKey: ['/policies/{id}', replaces],
    queryFn: () => get('/policies/{id}', { path: { id: replaces } }),
    enabled: replaces !== '',
    retry: false,
  })
  return (
    <>
      <PageHead title={say.title} back={{ to: '/policies', label: say.back }} lead={<p>{say.lead}</p>} />
      {replaces === '' ? (
        <PolicyForm before={undefined} />
      ) : (
        <Answer of={before}>
          {(of) => (
            <>
              <p>{fill(say.replaces, { title: of.title, number: of.number })}</p>
              <PolicyForm before={of} />
            </>
          )}
        </Answer>
      )}
    </>
  )
}
