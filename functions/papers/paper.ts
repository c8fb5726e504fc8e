/** What a printed paper says, before it is drawn: a heading, and parts one below the other. */
export interface Paper {
  readonly title: string
  /** Below the title, centred: whose, which year. */
  readonly subtitle?: string
  readonly isLandscape?: boolean
  /** The day on which it was made, `YYYY-MM-DD`: it stands in the foot and dates the file. */
  readonly madeOn: string
  readonly parts: readonly Part[]
}

export type Part = Facts | Table | Signatures

/** Labels with what they say, in two columns where both are short. */
export interface Facts {
  readonly kind: 'facts'
  readonly rows: readonly (readonly [label: string, value: string])[]
}

export interface Table {
  readonly kind: 'table'
  readonly title: string
  /** `share`: of the width, beside the others' shares. */
  readonly columns: readonly { readonly title: string; readonly share: number; readonly isNumber?: true }[]
  readonly rows: readonly (readonly string[])[]
  /** A last row that adds up. */
  readonly sum?: readonly string[]
  /** What stands there where there is no row. */
  readonly none: string
}

/** Lines to sign on by hand. */
export interface Signatures {
  readonly kind: 'signatures'
  readonly lines: readonly string[]
}
