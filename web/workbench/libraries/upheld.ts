import type { PublicLibraryEntry } from '../../shared/api/types.gen.ts'
import { enumerate } from '../../shared/fill.ts'
import type { Language } from '../../shared/language.ts'
import { fill } from '../preferences.tsx'

/** How many complaints about an entry's body were upheld, and when; undefined: none. */
export const upheldText = (
  upheld: PublicLibraryEntry['upheld'],
  say: { readonly upheld: string },
  language: Language,
): string | undefined =>
  upheld.length === 0
    ? undefined
    : fill(say.upheld, {
        cases: upheld.reduce((sum, { cases }) => sum + cases, 0),
        quarters: enumerate(
          upheld.map(({ quarter }) => quarter),
          language,
        ),
      })
