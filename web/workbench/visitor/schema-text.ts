/** As much of JSON Schema as the API's document uses. */
export interface Schema {
  readonly $ref?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly type?: string | readonly string[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly required?: readonly string[]
  readonly description?: string
}

/** A choice, which a list of it needs brackets around. */
const wrapped = (shape: string): string =>
  shape.includes(' | ') && !shape.startsWith('{') ? `(${shape})` : shape

const noteOf = ({ description }: Schema): string =>
  description === undefined ? '' : `  // ${description.replaceAll(/\s+/g, ' ')}`

/** A JSON Schema as the shape that a reader would write down: `{ id: string, hours?: number }`. */
export const shapeOf = (schema: Schema | undefined, indent = ''): string => {
  if (schema === undefined || Object.keys(schema).length === 0) return 'any'
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? 'any'
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((one) => shapeOf(one, indent)).join(' | ')
  if (schema.allOf) return schema.allOf.map((one) => shapeOf(one, indent)).join(' & ')
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
  return typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'any')
}
