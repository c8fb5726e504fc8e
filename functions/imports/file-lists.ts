import type { Actor } from '../organisations/account.ts'
import { sha256 } from '../platform/identifiers.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { succeed } from '../platform/refusals.ts'
import { EnrolmentCutOffError } from '../requests/participants.ts'
import type { Request } from '../requests/request.ts'
import type { FilingHost } from '../requests/submit-request.ts'
import { submitRoster } from '../requests/submit-roster.ts'
import type { ClassFields } from './api.ts'
import type { Training } from './import-roster.ts'
import type { RosterPlan } from './plan-roster.ts'

/** A class as all lists of it have it; `office`: who held it for several institutions. */
export interface HeldClass extends Pick<ClassFields, 'title' | 'provider' | 'certificateNo' | 'evidence'> {
  readonly training: Training
  readonly office: string | undefined
}

type List = RosterPlan['lists'][number]

/** Institutions whose lists are filed at once. */
const WIDTH = 8

/** Files one institution's list: the same class with the same people is the same claim, for another class another. */
const fileList = (
  deps: FilingHost,
  { title, provider, certificateNo, evidence, training, office }: HeldClass,
  { institution, participants }: List,
  nth: number,
  actor: Actor,
) => {
  // The key follows from these words in this order: a file that comes again finds its claim.
  const filed = {
    type: 'class_roster',
    title,
    provider,
    certificateNo,
    institutionId: institution.id,
    training,
    participants: [...participants],
    evidence: [evidence],
    ...(office === undefined ? {} : { holder: { id: office, nth } }),
  } as const
  return submitRoster(deps)(filed, `roster-${institution.id}-${sha256(JSON.stringify(filed))}`, actor)
}

/**
 * Files the list of each institution as a claim of its own (Art. 34), in the lists' order. The first holds the proof
 * against all others (Art. 40); once it stands the rest follow, several at once. Answers the claims that stand, and how
 * many people are left where the host's pace ended first: the same call again goes on from there.
 */
export const fileLists = async (deps: FilingHost, held: HeldClass, lists: readonly List[], actor: Actor) => {
  let left = 0
  const file = async (list: List, nth: number) => {
    try {
      return await fileList(deps, held, list, nth, actor)
    } catch (error) {
      if (!(error instanceof EnrolmentCutOffError)) throw error
      left += error.left
      return undefined
    }
  }
  const [first, ...others] = lists
  const opened = first && (await file(first, 0))
  if (opened === undefined) {
    left += others.reduce((sum, { participants }) => sum + participants.length, 0)
    return succeed({ filed: [], left })
  }
  if (!opened.ok) return opened
  const followed = await mapConcurrently(others.entries(), WIDTH, ([nth, list]) => file(list, nth + 1))
  const refused = followed.find((one) => one?.ok === false)
  if (refused?.ok === false) return refused
  const filed: Request[] = [opened, ...followed].flatMap((one) => (one?.ok ? [one.value] : []))
  return succeed({ filed, left })
}
