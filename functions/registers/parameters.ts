import * as z from 'zod'
import { edition2024, type Readings } from '../../rules/edition.ts'
import { ReadingsJson, StoredReadings } from '../../rules/readings-json.ts'
import { addDays } from '../platform/clock.ts'
import { keys } from '../platform/keys.ts'
import { isNew, readPartition, stillAs, type Table, type Write } from '../platform/table.ts'
import { ProviderCheck } from '../platform/terms.ts'

const Parameters = z.object({ readings: StoredReadings, providerCheck: ProviderCheck })
export type Parameters = z.infer<typeof Parameters>

export const ReadingName = ReadingsJson.keyof()
export type ReadingName = keyof Readings

/**
 * The readings from a day on. A later version replaces it from its own day. One that has begun never changes; one to come
 * takes over what is set before it, except what it sets itself.
 */
export const ParametersVersion = Parameters.extend({
  effectiveFrom: z.string(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  /** The readings that it sets; none: a version from before, which sets whatever it says otherwise than what held. */
  names: z.array(ReadingName).optional(),
  /** The last day on which those hold, where an interpretation ends (Art. 48). */
  until: z.string().optional(),
  /** The version, by its first day, whose readings end the day before: its interpretation was replaced. */
  ends: z.string().optional(),
})
export type ParametersVersion = z.infer<typeof ParametersVersion>

/** The parameters where the region has set none. */
const defaults: Parameters = { readings: edition2024.readings, providerCheck: 'advise' }

const readItems = (table: Table) => readPartition(table, keys.parameters('').pk)

/** Every version, the oldest first. */
export const readParameters = async (table: Table): Promise<ParametersVersion[]> =>
  (await readItems(table)).map((item) => ParametersVersion.parse(item))

export const newParameters = (version: ParametersVersion): Write => ({
  put: { ...keys.parameters(version.effectiveFrom), ...version },
  when: isNew,
})

/** A reading as one version sets it. */
interface Setting {
  readonly name: ReadingName
  readonly value: Readings[ReadingName]
  /** The first day of the version that sets it. */
  readonly from: string
  /** The last day on which it holds; undefined: until another one sets it. */
  readonly until?: string
}

const isIn = ({ from, until }: Setting, day: string): boolean =>
  from <= day && (until === undefined || day <= until)

const readingsBy = (settings: readonly Setting[], day: string): Readings =>
  ReadingsJson.parse({
    ...defaults.readings,
    ...Object.fromEntries(settings.filter((one) => isIn(one, day)).map(({ name, value }) => [name, value])),
  })

const earlier = (one: string | undefined, other: string): string =>
  one === undefined || other < one ? other : one

/** The settings where those of one version end the day before. */
const endingBefore = (settings: readonly Setting[], ends: string | undefined, day: string): Setting[] =>
  settings.map((one) => (one.from === ends ? { ...one, until: earlier(one.until, addDays(day, -1)) } : one))

/**
 * Who sets what, the latest last. A version sets what it names; what else it says otherwise than what held is kept too:
 * a version from before named nothing, and one that was written under another default keeps that.
 */
const settingsOf = (versions: readonly ParametersVersion[]): Setting[] =>
  versions.reduce<Setting[]>((before, { effectiveFrom: from, readings, names = [], until, ends }) => {
    const settings = endingBefore(before, ends, from)
    const held = readingsBy(settings, from)
    const own = ReadingName.options.flatMap((name): Setting[] => {
      const setting = { name, value: readings[name], from }
      if (names.includes(name)) return [until === undefined ? setting : { ...setting, until }]
      return JSON.stringify(readings[name]) === JSON.stringify(held[name]) ? [] : [setting]
    })
    return [...settings, ...own]
  }, [])

/**
 * The parameters in force on a day. A reading whose interpretation has ended, or was replaced by one that does not set it,
 * is again what it would be without that. `ends`: the version, by its first day, that would end before the day.
 */
export const parametersOn = (
  versions: readonly ParametersVersion[],
  day: string,
  ends?: string,
): Parameters => ({
  readings: readingsBy(endingBefore(settingsOf(versions), ends, day), day),
  providerCheck:
    versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)?.providerCheck ?? defaults.providerCheck,
})

/** The first day of the version that sets a reading on a day; undefined: the default holds. */
export const setSince = (
  versions: readonly ParametersVersion[],
  name: string,
  day: string,
): string | undefined => settingsOf(versions).findLast((one) => one.name === name && isIn(one, day))?.from

const isSameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A version to come as it is where others stand before it: what it sets itself stays, the rest is as it holds then. */
const carriedOn = (
  version: ParametersVersion,
  before: readonly ParametersVersion[],
  now: readonly ParametersVersion[],
): ParametersVersion => {
  const { effectiveFrom, ends, names = [], readings, providerCheck } = version
  const held = parametersOn(before, effectiveFrom, ends)
  const holds = parametersOn(now, effectiveFrom, ends)
  const own = ReadingName.options.filter(
    (name) => names.includes(name) || !isSameValue(readings[name], held.readings[name]),
  )
  return {
    ...version,
    readings: ReadingsJson.parse({
      ...holds.readings,
      ...Object.fromEntries(own.map((name) => [name, readings[name]])),
    }),
    providerCheck: providerCheck === held.providerCheck ? holds.providerCheck : providerCheck,
  }
}

/** All versions with a new one at its place, those after it carried on. */
export const withVersion = (
  versions: readonly ParametersVersion[],
  version: ParametersVersion,
): ParametersVersion[] => {
  const isEarlier = ({ effectiveFrom }: ParametersVersion) => effectiveFrom < version.effectiveFrom
  const now = [...versions.filter(isEarlier), version]
  for (const [place, later] of versions.entries())
    if (!isEarlier(later)) now.push(carriedOn(later, versions.slice(0, place), now))
  return now
}

/** Enters a version, and carries on those to come, however far ahead they begin: for one transaction. */
export const enterParameters = async (table: Table, version: ParametersVersion): Promise<Write[]> => {
  const items = await readItems(table)
  const versions = items.map((item) => ParametersVersion.parse(item))
  const later = withVersion(versions, version).filter((one) => one.effectiveFrom > version.effectiveFrom)
  return [
    newParameters(version),
    ...later.flatMap((one): Write[] => {
      const item = items.find(({ effectiveFrom }) => effectiveFrom === one.effectiveFrom)
      return item === undefined
        ? []
        : [{ put: { ...keys.parameters(one.effectiveFrom), ...one }, when: stillAs(item) }]
    }),
  ]
}
