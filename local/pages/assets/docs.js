// @ts-check
import { get } from './api.js'
import { el, fill } from './dom.js'
import { main, runPage } from './page.js'
import { shapeOf } from './schema-text.js'

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** @param {any} content the media types of a body */
const bodyShapes = (content) =>
  Object.entries(content ?? {}).map(([type, { schema }]) =>
    el('div', {}, el('p', { class: 'quiet' }, el('code', {}, type)), el('pre', {}, shapeOf(schema))),
  )

/** @param {any[]} parameters */
const parameterList = (parameters) =>
  parameters.length > 0 &&
  el(
    'div',
    {},
    el('h4', {}, '参数'),
    el(
      'ul',
      { class: 'parameters' },
      ...parameters.map((one) =>
        el(
          'li',
          {},
          el('code', {}, one.name),
          el('span', { class: 'quiet' }, ` ${one.in}${one.required ? '，必填' : ''}，${shapeOf(one.schema)}`),
        ),
      ),
    ),
  )

/**
 * @param {string} method
 * @param {string} path
 * @param {any} operation
 */
const operationCard = (method, path, operation) => {
  const answers = Object.entries(operation.responses ?? {})
  const own = answers.filter(([status]) => status.startsWith('2'))
  const refusals = answers.filter(([status]) => !status.startsWith('2'))
  return el(
    'details',
    { class: 'operation' },
    el(
      'summary',
      {},
      el('span', { class: `method ${method}` }, method.toUpperCase()),
      el('code', {}, path),
      el('span', { class: 'quiet' }, operation.summary ?? ''),
    ),
    el(
      'div',
      { class: 'inside' },
      operation.description && el('p', {}, operation.description),
      parameterList(operation.parameters ?? []),
      operation.requestBody &&
        el('div', {}, el('h4', {}, '请求'), ...bodyShapes(operation.requestBody.content)),
      ...own.map(([status, answer]) =>
        el('div', {}, el('h4', {}, `答复 ${status}`), ...bodyShapes(/** @type {any} */ (answer).content)),
      ),
      refusals.length > 0 &&
        el(
          'p',
          { class: 'quiet' },
          `其他答复：${refusals.map(([status]) => status).join('、')}（application/problem+json）`,
        ),
    ),
  )
}

/** What a path is about: its first segment. @param {string} path */
const groupOf = (path) => path.replace(/^\/api(?=\/)/, '').split('/')[1] ?? ''

await runPage({ session: 'optional' }, async () => {
  const document_ = await get('/openapi.json')
  /** @type {Map<string, HTMLElement[]>} */
  const groups = new Map()
  for (const [path, item] of Object.entries(document_.paths ?? {})) {
    const operations = METHODS.flatMap((method) =>
      item[method] ? [operationCard(method, path, item[method])] : [],
    )
    groups.set(groupOf(path), [...(groups.get(groupOf(path)) ?? []), ...operations])
  }
  const schemas = Object.entries(document_.components?.schemas ?? {})
  fill(
    main,
    el(
      'header',
      { class: 'title' },
      el('p', { class: 'eyebrow' }, `OpenAPI ${document_.openapi}`),
      el('h1', {}, '接口说明'),
      el(
        'p',
        { class: 'quiet' },
        document_.info?.description ?? '由校验请求的同一份定义生成。',
        ' ',
        el('a', { href: '/api/openapi.json' }, '原文'),
      ),
    ),
    ...[...groups].map(([name, operations]) =>
      el('section', { class: 'card' }, el('h2', {}, name), ...operations),
    ),
    schemas.length > 0 &&
      el(
        'section',
        { class: 'card' },
        el('h2', {}, '数据结构'),
        ...schemas.map(([name, schema]) =>
          el(
            'details',
            { class: 'operation', id: name },
            el('summary', {}, el('code', {}, name)),
            el('pre', { class: 'inside' }, shapeOf(schema)),
          ),
        ),
      ),
  )
})
