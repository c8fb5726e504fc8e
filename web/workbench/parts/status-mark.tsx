import type { ReactNode } from 'react'

export type MarkTone = 'good' | 'wait' | 'bad' | 'plain'

/** A status in words with its sign before it (by style sheet): never by colour alone. */
export const StatusMark = ({ tone, children }: { readonly tone: MarkTone; readonly children: ReactNode }) => (
  <span className={`mark ${tone}`}>{children}</span>
)
