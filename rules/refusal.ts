/** A refusal by a rule is a value: a stable code and the article that refuses. */
export interface RuleRefusal<Code extends string = string> {
  readonly ok: false
  readonly code: Code
  readonly article: string
}

export type Ruling<Code extends string = string> = { readonly ok: true } | RuleRefusal<Code>

export const allowed = { ok: true } as const

export const refused = <Code extends string>(code: Code, article: string): RuleRefusal<Code> => ({
  ok: false,
  code,
  article,
})
