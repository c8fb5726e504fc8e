/**
 * What a form that is not in order still says, so that the checks between its fields can speak too and every
 * fault is found at once. Only types are looked at: a field that is wrong otherwise has its fault already.
 */
export interface SalvagedCredit {
  readonly id?: string | undefined
  readonly mode?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly halfDays?: number | undefined
  readonly hours?: number | undefined
  readonly forChange?: string | undefined
  readonly makeUpFor?: number | undefined
}

/** The lists whose entries refer to each other; an entry that is no object is left empty, in its place. */
export interface SalvagedFacts {
  readonly changes: readonly { readonly id?: string | undefined }[]
  readonly credits: readonly SalvagedCredit[]
  readonly delays: readonly { readonly year?: number | undefined }[]
}

type Form = Readonly<Record<string, unknown>>

const isForm = (value: unknown): value is Form =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const formOf = (value: unknown): Form => (isForm(value) ? value : {})

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

export const salvageCredit = (value: unknown): SalvagedCredit => {
  const { id, mode, from, to, halfDays, hours, forChange, makeUpFor } = formOf(value)
  return {
    id: text(id),
    mode: text(mode),
    from: text(from),
    to: text(to),
    halfDays: number(halfDays),
    hours: number(hours),
    forChange: text(forChange),
    makeUpFor: number(makeUpFor),
  }
}

export const salvageFacts = (value: unknown): SalvagedFacts => {
  const { person, credits, delays } = formOf(value)
  return {
    changes: listOf(formOf(person).postChanges).map((change) => ({ id: text(formOf(change).id) })),
    credits: listOf(credits).map(salvageCredit),
    delays: listOf(delays).map((delay) => ({ year: number(formOf(delay).year) })),
  }
}

/** Whether a form of the given kind says nothing in a field. */
export const lacks = (value: unknown, kind: string, field: string): boolean => {
  const form = formOf(value)
  return form.kind === kind && form[field] === undefined
}
