import { type ParametersVersion, setSince } from '../registers/parameters.ts'
import { type Policy, statusOn } from './policy.ts'

/**
 * Whether a reading is what it is on a day by an interpretation (Art. 48): it sets the reading, is in force, and nothing
 * later has set it.
 */
export const isReadBy = (
  policy: Policy,
  versions: readonly ParametersVersion[],
  name: string,
  day: string,
): boolean =>
  policy.readings.includes(name) &&
  statusOn(policy, day) === 'in_force' &&
  (setSince(versions, name, day) ?? '') <= policy.inForceFrom

/**
 * Whether a reading goes on as an interpretation set it that is in force no more: one from before versions said until when.
 * It does until the region sets the reading anew.
 */
export const goesOn = (
  policy: Policy,
  versions: readonly ParametersVersion[],
  name: string,
  day: string,
): boolean =>
  policy.readings.includes(name) &&
  (statusOn(policy, day) === 'ended' || statusOn(policy, day) === 'replaced') &&
  setSince(versions, name, day) === policy.inForceFrom

/** The interpretation by which a reading is what it is on a day; undefined where it is none's. */
export const interpretationOf = (
  policies: readonly Policy[],
  versions: readonly ParametersVersion[],
  name: string,
  day: string,
): Policy | undefined =>
  policies
    .filter((one) => isReadBy(one, versions, name, day))
    .toSorted((one, other) => other.inForceFrom.localeCompare(one.inForceFrom))
    .at(0)
