import { useState } from 'react'
import type { Decision } from '../shared/api/types.gen.ts'

export type Choice = Decision['decision']

/** What is granted of a year, as it was typed. */
export type TypedScope = 'all' | { readonly public: string; readonly professional: string }

/** What an approver has begun and not sent yet. */
export interface Draft {
  readonly choice?: Choice | undefined
  readonly reason: string
  /** The fields that a return marks. */
  readonly marked?: readonly string[]
  readonly hours?: string
  readonly scope?: TypedScope
}

const keyOf = (readerId: string, taskId: string): string => `draft ${readerId} ${taskId}`

/** Called when the decision has been made: nothing is left to send. */
export const forgetDraft = (readerId: string, taskId: string): void =>
  sessionStorage.removeItem(keyOf(readerId, taskId))

/**
 * Keeps the draft in this tab and for its writer, also when the network or the session ends before it is
 * sent.
 */
export const useDraft = (
  readerId: string,
  taskId: string,
): readonly [draft: Draft, change: (part: Partial<Draft>) => void] => {
  const key = keyOf(readerId, taskId)
  const [draft, setDraft] = useState<Draft>(() => JSON.parse(sessionStorage.getItem(key) ?? '{"reason":""}'))
  const change = (part: Partial<Draft>) => {
    const changed = { ...draft, ...part }
    sessionStorage.setItem(key, JSON.stringify(changed))
    setDraft(changed)
  }
  return [draft, change]
}
