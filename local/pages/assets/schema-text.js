// @ts-check
/**
 * A JSON Schema as the shape that a reader would write down: `{ id: string, hours?: number }`.
 * @param {any} schema
 * @param {string} [indent]
 * @returns {string}
 */
export const shapeOf = (schema, indent = '') => {
  if (schema === undefined || schema === true || Object.keys(schema).length === 0) return 'any'
  if (schema.$ref) return schema.$ref.split('/').at(-1)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((/** @type {unknown} */ value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((/** @type {any} */ one) => shapeOf(one, indent)).join(' | ')
  if (schema.allOf) return schema.allOf.map((/** @type {any} */ one) => shapeOf(one, indent)).join(' & ')
  if (schema.type === 'array') return `${wrapped(shapeOf(schema.items, indent))}[]`
  if (schema.properties) {
    const required = new Set(schema.required ?? [])
    const deeper = `${indent}  `
    const members = Object.entries(schema.properties).map(
      ([name, member]) =>
        `${deeper}${name}${required.has(name) ? '' : '?'}: ${shapeOf(member, deeper)}${noteOf(member)}`,
    )
    return `{\n${members.join('\n')}\n${indent}}`
  }
  if (schema.type === 'object')
    return typeof schema.additionalProperties === 'object'
      ? `{ [name]: ${shapeOf(schema.additionalProperties, indent)} }`
      : 'object'
  return Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any')
}

/** @param {string} shape a choice, which a list of it needs brackets around */
const wrapped = (shape) => (shape.includes(' | ') && !shape.startsWith('{') ? `(${shape})` : shape)

/** @param {any} schema */
const noteOf = (schema) =>
  typeof schema.description === 'string' ? `  // ${schema.description.replaceAll(/\s+/g, ' ')}` : ''
