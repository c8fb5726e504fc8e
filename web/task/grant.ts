import type { Decision, ReadTaskResponse } from '../shared/api/types.gen.ts'
import { fill } from '../shared/fill.ts'
import type { Draft, TypedScope } from './draft.ts'
import type { Words } from './words.ts'

/** What a desk may reduce when it approves: hours, or a scope. */
export interface Grant {
  /** The most hours, where the desk grants hours. */
  readonly hours?: { readonly most: number; readonly isOffline: boolean }
  /** The scope that was asked for, where the desk grants one (Art. 39(6)). */
  readonly scope?: TypedScope
}

export const grantOf = ({ type, stage, line, request }: ReadTaskResponse): Grant => {
  const claimed =
    type === 'recognition' && stage !== 'institution' && line !== null ? request.lines[line] : undefined
  if (claimed)
    return { hours: { most: claimed.grantedHours ?? claimed.hours, isOffline: claimed.mode === 'offline' } }
  if (request.kind !== 'discretionary' || stage !== 'authority') return {}
  const { scope } = request
  return {
    scope:
      scope === null || scope === 'all'
        ? 'all'
        : { public: String(scope.public), professional: String(scope.professional) },
  }
}

/** A number of hours with at most one decimal place; nothing typed is no hours. */
const isHours = (typed: string): boolean => /^(\d+(\.\d)?)?$/.test(typed.trim())

export interface Fault {
  readonly field: 'hours' | 'scope' | 'reason'
  readonly text: string
}

/** What is wrong with a draft, before it is sent: the first thing to mend. */
export const faultOf = (
  { choice, reason, hours, scope }: Draft,
  grant: Grant,
  say: Words,
): Fault | undefined => {
  const isGiven = reason.trim() !== ''
  if (choice !== 'approve') return isGiven ? undefined : { field: 'reason', text: say.reasonMissing }
  if (grant.hours) {
    const { most, isOffline } = grant.hours
    const granted = Number(hours ?? most)
    const isWhole = isOffline ? granted % 4 === 0 : isHours(String(granted))
    if (!(isWhole && granted > 0 && granted <= most))
      return {
        field: 'hours',
        text: fill(isOffline ? say.grantedWrongHalfDays : say.grantedWrong, { most }),
      }
    if (granted < most && !isGiven) return { field: 'reason', text: say.reasonFewer }
  }
  const asked = scope ?? grant.scope
  if (grant.scope && asked !== undefined && asked !== 'all') {
    const isScope = isHours(asked.public) && isHours(asked.professional)
    if (!isScope || Number(asked.public) + Number(asked.professional) === 0)
      return { field: 'scope', text: say.scopeWrong }
  }
  return undefined
}

/** A draft without fault as the API takes it. */
export const decisionFrom = (choice: Decision['decision'], draft: Draft, grant: Grant): Decision => {
  const reason = draft.reason.trim()
  const { marked = [] } = draft
  const isApproval = choice === 'approve'
  const hours = isApproval && grant.hours ? Number(draft.hours ?? grant.hours.most) : undefined
  const scope = isApproval && grant.scope ? (draft.scope ?? grant.scope) : undefined
  return {
    decision: choice,
    ...(reason === '' ? {} : { reason }),
    ...(choice === 'return' && marked.length > 0 ? { marked: [...marked] } : {}),
    ...(hours === undefined || hours === grant.hours?.most ? {} : { grantedHours: hours }),
    ...(scope === undefined
      ? {}
      : {
          scope:
            scope === 'all'
              ? scope
              : { public: Number(scope.public), professional: Number(scope.professional) },
        }),
  }
}
