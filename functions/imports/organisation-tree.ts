import type { Actor } from '../organisations/account.ts'
import { type Organisation, populationOf } from '../organisations/organisation.ts'
import { OrganisationNumber } from '../organisations/organisations-api.ts'
import { isAuthorityOver, linkedIds, type Placing, placeAmong } from '../organisations/place-organisation.ts'
import { base32, digest } from '../platform/identifiers.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Text } from '../platform/language.ts'
import type { OrganisationKind } from '../platform/terms.ts'
import { isSameName, nameKey } from '../staff/name-key.ts'
import type { RowFault } from './import-table.ts'
import { type OrganisationField, type OrganisationRow, organisationColumnOf } from './organisation-rows.ts'
import type { OnRecord, Under } from './organisations-on-record.ts'
import { organisationFaults, WHOLE_ROW } from './words.ts'

/** What answers a question: that none of those on record is meant. */
const NONE_ON_RECORD = 'new'

/** A row that has its place: the organisation as it is to be, and as it stands on record. */
export interface Standing {
  readonly row: number
  readonly state: 'new' | 'changed' | 'unchanged'
  readonly organisation: Organisation
  readonly before: Organisation | undefined
  /** How many organisations of the file stand above it. */
  readonly depth: number
}

/** Whether a row is of an organisation that is there already: nobody guesses it. */
export interface OrganisationQuestion {
  readonly row: number
  readonly name: string
  readonly number: string | null
  /** Those on record with the same name in the same place. */
  readonly candidates: { readonly id: string; readonly number: string | null; readonly name: string }[]
  /** An earlier row with the same name in the same place. */
  readonly alike: number | null
}

/** What a row's cell names: on record, or by another row. */
type Named = { readonly organisation: Organisation; readonly depth: number; readonly row?: number }
type Resolved = { readonly ok: true; readonly named: Named | undefined } | { readonly ok: false }

interface Importer {
  readonly actor: Actor
  readonly isRegional: boolean
}

const NEEDED = ['name', 'kind', 'level'] as const

/** The same organisation always gets the same id, so that a file may come twice, and from two at once. */
const idFor = (text: string): OrganisationId => `o${base32(digest(`organisation of a file\n${text}`), 16)}`

/** Where an organisation of the same name would be the same one. */
const placeKey = ({ kind, name, parentId, authorityId }: Placing): string =>
  `${kind}\n${authorityId ?? parentId ?? ''}\n${nameKey(name)}`

const isSameAs = (before: Organisation, after: Placing): boolean =>
  (['name', 'level', 'number', 'regionCode', 'parentId', 'departmentId', 'authorityId'] as const).every(
    (field) => before[field] === after[field],
  )

/** As many names as a fault offers. */
const MOST_ALIKE = 3

const fieldOf = (pointer: string): OrganisationField => (pointer === '/departmentId' ? 'department' : 'above')

/**
 * The tree that a file's rows make with the register: who each row is, what it stands under, and whether it may. It
 * reads nothing; offices are placed first, for institutions stand under them, and nothing under institutions.
 */
export class OrganisationTree {
  readonly faults: RowFault[] = []
  readonly questions: OrganisationQuestion[] = []
  readonly #rows: readonly OrganisationRow[]
  readonly #onRecord: OnRecord
  readonly #answers: ReadonlyMap<number, string>
  readonly #importer: Importer
  /** What became of each row; undefined: it has no place. */
  readonly #placed = new Map<number, Standing | undefined>()
  readonly #placing = new Set<number>()
  readonly #found = new Map<string, Resolved>()
  readonly #byNumber = new Map<string, OrganisationRow>()
  readonly #byName: ReadonlyMap<string, readonly OrganisationRow[]>
  readonly #officesByName: ReadonlyMap<string, readonly Organisation[]>
  readonly #sameNames = new Map<string, Organisation[]>()
  /** What else those of the register stand under. */
  readonly #above = new Map<OrganisationId, Organisation>()
  /** The first row of each place and name, and of each organisation on record. */
  readonly #firstAt = new Map<string, number>()
  readonly #firstOf = new Map<OrganisationId, number>()

  constructor(
    rows: readonly OrganisationRow[],
    onRecord: OnRecord,
    answers: ReadonlyMap<number, string>,
    importer: Importer,
  ) {
    this.#rows = rows
    this.#onRecord = onRecord
    this.#answers = answers
    this.#importer = importer
    for (const row of rows) if (row.number !== undefined) this.#byNumber.set(row.number, row)
    this.#byName = Map.groupBy(
      rows.filter((row) => row.name !== undefined),
      (row) => `${this.#kindOf(row)}\n${nameKey(row.name ?? '')}`,
    )
    const offices = [...onRecord.organisations.values()].filter(({ kind }) => kind !== 'institution')
    this.#officesByName = Map.groupBy(offices, ({ kind, name }) => `${kind}\n${nameKey(name)}`)
    this.#remember(offices)
  }

  get standings(): Standing[] {
    return [...this.#placed.values()].flatMap((one) => one ?? [])
  }

  placeOffices(): void {
    for (const row of this.#rows) if (this.#kindOf(row) !== 'institution') this.#place(row)
  }

  /** Under which authorities of the register institutions of the file may stand already, and which are known by number. */
  lookedUnder(): { authorities: OrganisationId[]; known: ReadonlySet<OrganisationId> } {
    const authorities = new Set<OrganisationId>()
    for (const row of this.#rows) {
      if (this.#kindOf(row) !== 'institution' || this.#numbered(row) !== undefined) continue
      const above = this.#find(row.above, 'authority')
      const id = above.ok ? above.named?.organisation.id : undefined
      if (id !== undefined && this.#onRecord.organisations.has(id)) authorities.add(id)
    }
    return { authorities: [...authorities], known: new Set(this.#onRecord.numbered.values()) }
  }

  /** Places the institutions; `others`: those of the register below the authorities that were looked under. */
  placeInstitutions({ others, above }: Under): void {
    this.#remember(others)
    for (const one of above) this.#above.set(one.id, one)
    for (const row of this.#rows) if (this.#kindOf(row) === 'institution') this.#place(row)
  }

  #remember(organisations: readonly Organisation[]): void {
    for (const one of organisations) {
      const key = placeKey(one)
      this.#sameNames.set(key, [...(this.#sameNames.get(key) ?? []), one])
    }
  }

  #numbered({ number }: OrganisationRow): Organisation | undefined {
    const id = number === undefined ? undefined : this.#onRecord.numbered.get(number)
    return id === undefined ? undefined : this.#onRecord.organisations.get(id)
  }

  #kindOf(row: OrganisationRow): OrganisationKind | undefined {
    return row.kind ?? this.#numbered(row)?.kind
  }

  #blame(row: number, field: OrganisationField | undefined, detail: Text, value?: string): undefined {
    this.faults.push({
      row,
      column: field === undefined ? WHOLE_ROW : organisationColumnOf(field),
      ...(value === undefined ? {} : { value }),
      detail,
    })
    return undefined
  }

  /** What a cell names among rows and register: thousands of rows name the same office, which is found once. */
  #find(text: string | undefined, kind: OrganisationKind): Resolved & { readonly detail?: Text } {
    if (text === undefined) return { ok: true, named: undefined }
    const key = `${kind}\n${text}`
    const before = this.#found.get(key)
    if (before !== undefined) return before
    const found = this.#search(text, kind)
    if (found.ok) this.#found.set(key, found)
    return found
  }

  /** By number or else by name. */
  #search(text: string, kind: OrganisationKind): Resolved & { readonly detail?: Text } {
    const number = OrganisationNumber.safeParse(text)
    const numbered = number.success ? this.#byNumber.get(number.data) : undefined
    if (numbered !== undefined) return this.#rowAsAbove(numbered)
    const holder = number.success ? this.#onRecord.numbered.get(number.data) : undefined
    const held = holder === undefined ? undefined : this.#onRecord.organisations.get(holder)
    if (held !== undefined) return { ok: true, named: { organisation: held, depth: 0 } }
    const key = `${kind}\n${nameKey(text)}`
    const rows = this.#byName.get(key) ?? []
    const found = new Map<OrganisationId, Named>()
    for (const row of rows) {
      const above = this.#rowAsAbove(row)
      if (!above.ok) return above
      if (above.named !== undefined) found.set(above.named.organisation.id, above.named)
    }
    for (const organisation of this.#officesByName.get(key) ?? [])
      if (!found.has(organisation.id)) found.set(organisation.id, { organisation, depth: 0 })
    const [only, ...others] = found.values()
    if (only === undefined) return { ok: false, detail: this.#unknown(text, kind) }
    return others.length > 0
      ? { ok: false, detail: organisationFaults.severalAbove }
      : { ok: true, named: only }
  }

  /** What may be meant by a name that nobody bears: the importer's own authority, and names of which one holds the other. */
  #unknown(text: string, kind: OrganisationKind): Text {
    const said = nameKey(text)
    const own = new Set(this.#importer.actor.roles.map(({ organisationId }) => organisationId))
    const offices = [...this.#onRecord.organisations.values()].filter((one) => one.kind === kind)
    const alike = offices.filter(({ id, name }) => {
      const key = nameKey(name)
      return own.has(id) || key.includes(said) || said.includes(key)
    })
    const names = [...new Set(alike.map(({ name }) => name))].slice(0, MOST_ALIKE)
    return names.length === 0 ? organisationFaults.unknownAbove : organisationFaults.unknownAboveOf(names)
  }

  #rowAsAbove(row: OrganisationRow): Resolved & { readonly detail?: Text } {
    if (this.#placing.has(row.row)) return { ok: false, detail: organisationFaults.inCircle }
    const standing = this.#place(row)
    return standing === undefined
      ? { ok: false, detail: organisationFaults.aboveAtFault(row.row) }
      : { ok: true, named: { organisation: standing.organisation, depth: standing.depth + 1, row: row.row } }
  }

  #place(row: OrganisationRow): Standing | undefined {
    if (this.#placed.has(row.row)) return this.#placed.get(row.row)
    this.#placing.add(row.row)
    const standing = this.#stand(row)
    this.#placing.delete(row.row)
    this.#placed.set(row.row, standing)
    return standing
  }

  #stand(row: OrganisationRow): Standing | undefined {
    const numbered = this.#numbered(row)
    const kind = this.#kindOf(row)
    if (kind === undefined) return this.#blame(row.row, 'kind', organisationFaults.neededOfNew)
    if (numbered !== undefined && numbered.kind !== kind)
      return this.#blame(row.row, 'kind', organisationFaults.kindFixed)
    const above = this.#find(row.above, kind === 'department' ? 'department' : 'authority')
    const department = this.#find(row.department, 'department')
    for (const [field, found] of [
      ['above', above],
      ['department', department],
    ] as const)
      if (!found.ok) this.#blame(row.row, field, found.detail ?? organisationFaults.unknownAbove, row[field])
    if (!above.ok || !department.ok) return undefined
    const links = {
      ...(kind === 'institution'
        ? { authorityId: above.named?.organisation.id }
        : { parentId: above.named?.organisation.id }),
      departmentId: department.named?.organisation.id,
    }
    const named = [above.named, department.named].flatMap((one) => one ?? [])
    const depth = Math.max(0, ...named.map((one) => one.depth))
    const known = numbered ?? this.#sameNamed(row, kind, links)
    return known === 'asked' ? undefined : this.#judge({ ...row, kind }, links, named, depth, known)
  }

  /** The organisation on record that a row without a known number is of; `asked` where that isn't plain. */
  #sameNamed(
    row: OrganisationRow,
    kind: OrganisationKind,
    links: Partial<Placing>,
  ): Organisation | 'asked' | undefined {
    if (row.name === undefined) return undefined
    const key = placeKey({ id: '', level: 'city', name: row.name, kind, ...links })
    const candidates = this.#sameNames.get(key) ?? []
    const alike = this.#firstAt.get(key)
    if (alike === undefined) this.#firstAt.set(key, row.row)
    const answer = this.#answers.get(row.row)
    if (answer === NONE_ON_RECORD) return undefined
    const chosen = candidates.find(({ id }) => id === answer)
    if (chosen !== undefined) return chosen
    const [only, ...others] = candidates
    if (only === undefined && alike === undefined) return undefined
    if (only !== undefined && others.length === 0 && alike === undefined && row.number === undefined)
      return only
    this.questions.push({
      ...{ row: row.row, name: row.name, number: row.number ?? null, alike: alike ?? null },
      candidates: candidates.slice(0, 10).map(({ id, number = null, name }) => ({ id, number, name })),
    })
    return 'asked'
  }

  /** The row as an organisation in its place, unless it may not stand there. */
  #judge(
    row: OrganisationRow & { readonly kind: OrganisationKind },
    links: Partial<Placing>,
    named: readonly Named[],
    depth: number,
    before: Organisation | undefined,
  ): Standing | undefined {
    const missing = NEEDED.filter((field) => (before?.[field] ?? row[field]) === undefined)
    for (const field of missing) this.#blame(row.row, field, organisationFaults.neededOfNew)
    if (before !== undefined && (row.population ?? populationOf(before)) !== populationOf(before))
      return this.#blame(row.row, 'kind', organisationFaults.populationFixed)
    const twice = before === undefined ? undefined : this.#firstOf.get(before.id)
    if (twice !== undefined) return this.#blame(row.row, undefined, organisationFaults.sameTwice(twice))
    const placing = this.#placingOf(row, links, before)
    if (placing === undefined || missing.length > 0) return undefined
    if (before !== undefined) this.#firstOf.set(before.id, row.row)
    const key = placeKey(placing)
    if (!this.#firstAt.has(key)) this.#firstAt.set(key, row.row)
    const own = new Map(named.map(({ organisation }) => [organisation.id, organisation]))
    const found = linkedIds(placing).flatMap(
      (id) => own.get(id) ?? this.#onRecord.organisations.get(id) ?? this.#above.get(id) ?? [],
    )
    const { overseers, faults } = placeAmong(placing, found)
    for (const { pointer, detail } of faults) this.#blame(row.row, fieldOf(pointer), detail)
    if (faults.length > 0) return undefined
    const organisation = { ...placing, overseers }
    const isSame = before !== undefined && isSameAs(before, placing)
    if (!this.#mayPlace(overseers) || (before !== undefined && !this.#mayPlace(before.overseers)))
      return this.#blame(row.row, undefined, organisationFaults.notYours)
    const state = before === undefined ? 'new' : isSame ? 'unchanged' : 'changed'
    return { row: row.row, state, organisation, before, depth }
  }

  #mayPlace(overseers: readonly OrganisationId[]): boolean {
    return this.#importer.isRegional || isAuthorityOver(this.#importer.actor, overseers)
  }

  #placingOf(
    {
      row,
      name,
      kind,
      population,
      level,
      number,
      regionCode,
    }: OrganisationRow & { readonly kind: OrganisationKind },
    links: Partial<Placing>,
    before: Organisation | undefined,
  ): Placing | undefined {
    // A name that differs by spaces alone is the name that is on record.
    const isSpelt = name === undefined || (before !== undefined && isSameName(name, before.name))
    const [newName, newLevel] = [isSpelt ? before?.name : name, level ?? before?.level]
    if (newName === undefined || newLevel === undefined) return undefined
    const given = Object.fromEntries(Object.entries(links).filter(([, id]) => id !== undefined))
    const placing: Placing = {
      id: before?.id ?? '',
      ...{ name: newName, kind, level: newLevel },
      ...(before === undefined
        ? { population: population === 'organ_worker' ? population : undefined }
        : {
            ...{ population: before.population, parentId: before.parentId },
            ...{ departmentId: before.departmentId, authorityId: before.authorityId },
          }),
      ...given,
      number: number === before?.id.toUpperCase() ? before?.number : (number ?? before?.number),
      regionCode: regionCode ?? before?.regionCode,
    }
    if (before !== undefined) return placing
    const key = placeKey(placing)
    const others = (this.#sameNames.get(key) ?? []).length
    // Of several of one name that were said to be different ones, each has an id of its own.
    const isFurther =
      this.#answers.get(row) === NONE_ON_RECORD && (others > 0 || this.#firstAt.get(key) !== row)
    const nth = isFurther ? `\n${others}\n${row}` : ''
    return { ...placing, id: idFor(number ?? `${key}${nth}`) }
  }
}
