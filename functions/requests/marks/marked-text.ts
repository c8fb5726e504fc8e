import { markableFields, markOfLine } from './words.ts'

const isMarkable = (name: string): name is keyof typeof markableFields => Object.hasOwn(markableFields, name)

/** A marked field as a letter names it, by its pointer: `/title`, `/lines/0/from`; nothing of one without a name. */
const nameOf = (pointer: string): string[] => {
  const [, line, own] = /^\/lines\/(\d+)\/(\w+)$/.exec(pointer) ?? []
  const name = own ?? pointer.slice(1)
  if (!isMarkable(name)) return []
  const field = markableFields[name].zh
  return line === undefined
    ? [field]
    : [markOfLine.zh.replace('{number}', String(Number(line) + 1)).replace('{field}', field)]
}

/** What a return marked to be corrected, as a labelled fact; none where it marked nothing. */
export const markedText = (marked: readonly string[] = []): readonly (readonly [string, string])[] => {
  const names = marked.flatMap(nameOf)
  return names.length === 0 ? [] : [['需修改', names.join('；')]]
}
