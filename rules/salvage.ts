import { type ActivityKind, activityKinds } from './activity-rates.ts'

/**
 * The fields of a faulty form that have the right type, so that checks between fields can run and find every
 * fault at once. A field with another fault keeps it.
 */
export interface SalvagedCredit {
  readonly id?: string | undefined
  readonly category?: string | undefined
  readonly mode?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly halfDays?: number | undefined
  readonly hours?: number | undefined
  readonly fullTime?: boolean | undefined
  readonly forChange?: string | undefined
  readonly makeUpFor?: number | undefined
  readonly activity?: {
    readonly kind?: ActivityKind | undefined
    readonly quantity?: number | undefined
  }
  readonly raised: readonly SalvagedRaise[]
}

interface SalvagedRaise {
  readonly halfDays?: number | undefined
  readonly quantity?: number | undefined
  readonly after?: number | undefined
}

interface SalvagedDeemed {
  readonly kind?: string | undefined
  readonly year?: number | undefined
  readonly passedOn?: string | undefined
  readonly public?: number | undefined
  readonly professional?: number | undefined
}

/** Lists whose entries refer to each other; an entry that is no object stays in its place, empty. */
export interface SalvagedFacts {
  readonly year: number | undefined
  readonly hiredOn?: string | undefined
  readonly changes: readonly { readonly id?: string | undefined; readonly effectiveOn?: string | undefined }[]
  readonly credits: readonly SalvagedCredit[]
  readonly deemed: readonly SalvagedDeemed[]
  readonly delays: readonly { readonly year?: number | undefined; readonly approvedOn?: string | undefined }[]
  readonly justified: readonly (number | undefined)[]
  readonly revoked: readonly (string | undefined)[]
}

type Form = Readonly<Record<string, unknown>>

const isForm = (value: unknown): value is Form =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const formOf = (value: unknown): Form => (isForm(value) ? value : {})

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

export const salvageCredit = (value: unknown): SalvagedCredit => {
  const { id, category, mode, from, to, halfDays, hours, fullTime, forChange, makeUpFor, activity, raised } =
    formOf(value)
  return {
    id: text(id),
    category: text(category),
    mode: text(mode),
    from: text(from),
    to: text(to),
    halfDays: number(halfDays),
    hours: number(hours),
    fullTime: flag(fullTime),
    forChange: text(forChange),
    makeUpFor: number(makeUpFor),
    ...(isForm(activity)
      ? {
          activity: {
            kind: activityKinds.find((kind) => kind === activity.kind),
            quantity: number(activity.quantity),
          },
        }
      : {}),
    raised: listOf(raised)
      .map(formOf)
      .map((one) => ({
        halfDays: number(one.halfDays),
        quantity: number(one.quantity),
        after: number(one.after),
      })),
  }
}

const salvageDeemed = (value: unknown): SalvagedDeemed => {
  const { kind, year, passedOn, scope } = formOf(value)
  const granted = formOf(scope)
  return {
    kind: text(kind),
    year: number(year),
    passedOn: text(passedOn),
    public: number(granted.public),
    professional: number(granted.professional),
  }
}

export const salvageFacts = (value: unknown): SalvagedFacts => {
  const { year, person, credits, deemed, delays, justified, revoked } = formOf(value)
  const { hiredOn, postChanges } = formOf(person)
  return {
    year: number(year),
    hiredOn: text(hiredOn),
    changes: listOf(postChanges)
      .map(formOf)
      .map(({ id, effectiveOn }) => ({ id: text(id), effectiveOn: text(effectiveOn) })),
    credits: listOf(credits).map(salvageCredit),
    deemed: listOf(deemed).map(salvageDeemed),
    delays: listOf(delays)
      .map(formOf)
      .map(({ year, approvedOn }) => ({ year: number(year), approvedOn: text(approvedOn) })),
    justified: listOf(justified).map(number),
    revoked: listOf(revoked).map(text),
  }
}

/** Whether a form of the given kind says nothing in a field. */
export const lacks = (value: unknown, kind: string, field: string): boolean => {
  const form = formOf(value)
  return form.kind === kind && form[field] === undefined
}
