import type { Text } from './text.ts'

export type Obligation = 'annual' | 'induction' | 'term' | 'transfer' | 'certificate'

/** What holds, what is missing, or a lawful way to mend it, with its article. */
export interface Reason {
  readonly article: string
  readonly obligation: Obligation
  readonly text: Text
}

export const reason = (article: string, obligation: Obligation, zh: string, en: string): Reason => ({
  article,
  obligation,
  text: { zh, en },
})
