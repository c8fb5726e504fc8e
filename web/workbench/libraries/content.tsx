import { criteria } from '../../../functions/libraries/words.ts'
import type { LibraryBody, LibraryBodyOutput } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { Facts } from '../parts/facts.tsx'
import { fill, useSay } from '../preferences.tsx'
import { words } from './words.ts'

/** The criteria of institutions that train, in the order of Article 27. */
export const criteriaNames = ['teachers', 'staff', 'premises', 'management', 'quality'] as const

/** What an entry says, or is to say. */
export const Content = ({ of: content }: { readonly of: LibraryBody | LibraryBodyOutput }) => {
  const { say, language } = useSay(words)
  switch (content.kind) {
    case 'lecturer':
      return (
        <Facts
          of={[
            [say.body, content.body],
            [say.rank, content.rank],
            [say.courses, content.courses],
            [say.consented, day(content.consentedOn, language)],
          ]}
        />
      )
    case 'course':
      return (
        <Facts
          of={[
            [say.edition, content.edition],
            [say.subject, term('subject', content.subject, language)],
            [
              say.minutes,
              `${content.minutes}（${fill(say.periods, { count: Math.floor(content.minutes / 45) })}）`,
            ],
            [say.provider, content.provider],
            [say.outline, content.outline],
          ]}
        />
      )
    case 'institution':
      return (
        <Facts
          of={[
            [say.place, content.place],
            [say.fields, content.fields],
            ...criteriaNames.map((name) => [criteria[name][language], content.criteria[name]] as const),
          ]}
        />
      )
  }
}
