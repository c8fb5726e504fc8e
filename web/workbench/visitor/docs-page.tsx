import { useQuery } from '@tanstack/react-query'
import { get } from '../../shared/api/client.ts'
import { Cited } from '../../shared/cited.tsx'
import { enumerate } from '../../shared/fill.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import styles from './docs.module.css'
import { type Schema, shapeOf } from './schema-text.ts'

const words = {
  zh: {
    title: '接口说明',
    lead: '由校验请求的同一份定义生成。',
    source: 'OpenAPI 原文',
    parameters: '参数',
    required: '必填',
    request: '请求',
    reply: '答复 {status}',
    others: '其他答复：{statuses}（application/problem+json）',
    schemas: '数据结构',
  },
  en: {
    title: 'The API',
    lead: 'Made from the same definitions that check the requests.',
    source: 'The OpenAPI document',
    parameters: 'Parameters',
    required: 'required',
    request: 'Request',
    reply: 'Reply {status}',
    others: 'Other replies: {statuses} (application/problem+json)',
    schemas: 'Shapes',
  },
} as const

type Content = Readonly<Record<string, { readonly schema: Schema }>>

interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>
}

interface ApiDocument {
  readonly openapi: string
  readonly info?: { readonly description?: string }
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

const Bodies = ({ of: content }: { readonly of: Content | undefined }) =>
  Object.entries(content ?? {}).map(([type, { schema }]) => (
    <div key={type}>
      <p className="quiet">
        <code>{type}</code>
      </p>
      <pre>{shapeOf(schema)}</pre>
    </div>
  ))

const OperationText = ({ operation }: { readonly operation: Operation }) => {
  const { say, language } = useSay(words)
  const answers = Object.entries(operation.responses ?? {})
  const refusals = answers.filter(([status]) => !status.startsWith('2')).map(([status]) => status)
  return (
    <div className={styles.inside}>
      {operation.description !== undefined && (
        <p>
          <Cited>{operation.description}</Cited>
        </p>
      )}
      {operation.parameters && operation.parameters.length > 0 && (
        <>
          <h3>{say.parameters}</h3>
          <ul className="plain">
            {operation.parameters.map((one) => (
              <li key={`${one.in} ${one.name}`}>
                <code>{one.name}</code>{' '}
                <span className="quiet">
                  {enumerate(
                    [one.in, one.required ? say.required : '', shapeOf(one.schema)].filter(Boolean),
                    language,
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {operation.requestBody && (
        <>
          <h3>{say.request}</h3>
          <Bodies of={operation.requestBody.content} />
        </>
      )}
      {answers
        .filter(([status]) => status.startsWith('2'))
        .map(([status, { content }]) => (
          <div key={status}>
            <h3>{say.reply.replace('{status}', status)}</h3>
            <Bodies of={content} />
          </div>
        ))}
      {refusals.length > 0 && (
        <p className="quiet">{say.others.replace('{statuses}', enumerate(refusals, language))}</p>
      )}
    </div>
  )
}

/** What a path is about: its first segment. */
const groupOf = (path: string): string => path.replace(/^\/api(?=\/)/, '').split('/')[1] ?? ''

/** The API for readers, from its own document. */
export const DocsPage = () => {
  const { say } = useSay(words)
  const found = useQuery({
    queryKey: ['/openapi.json'],
    queryFn: (): Promise<ApiDocument> => get('/openapi.json'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <PageHead
        title={say.title}
        lead={
          <p>
            {say.lead} <a href="/api/openapi.json">{say.source}</a>
          </p>
        }
      />
      <Answer of={found}>
        {(api) => (
          <>
            {[...Map.groupBy(Object.entries(api.paths ?? {}), ([path]) => groupOf(path))].map(
              ([group, paths]) => (
                <Panel key={group} title={group}>
                  {paths.flatMap(([path, item]) =>
                    Object.entries(item).map(([method, operation]) => (
                      <details className={styles.operation} key={`${method} ${path}`}>
                        <summary>
                          <span className={styles.method}>{method.toUpperCase()}</span> <code>{path}</code>{' '}
                          <span className="quiet">{operation.summary}</span>
                        </summary>
                        <OperationText operation={operation} />
                      </details>
                    )),
                  )}
                </Panel>
              ),
            )}
            <Panel title={say.schemas}>
              {Object.entries(api.components?.schemas ?? {}).map(([name, schema]) => (
                <details className={styles.operation} key={name}>
                  <summary>
                    <code>{name}</code>
                  </summary>
                  <pre className={styles.inside}>{shapeOf(schema)}</pre>
                </details>
              ))}
            </Panel>
          </>
        )}
      </Answer>
    </>
  )
}
