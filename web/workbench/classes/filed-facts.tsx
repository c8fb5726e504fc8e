import { useQuery } from '@tanstack/react-query'
import { get } from '../../shared/api/client.ts'
import { enumerate } from '../../shared/fill.ts'
import { Facts } from '../parts/facts.tsx'
import { Unread } from '../parts/unread.tsx'
import { useSay } from '../preferences.tsx'
import { audienceText, feeText } from '../programmes/columns.tsx'
import { words } from '../programmes/words.ts'

/** Of what was filed, what whoever may come wants to know: for whom it is, what it costs (Art. 26), who teaches (Art. 31). */
export const FiledFacts = ({ id }: { readonly id: string }) => {
  const { say, language } = useSay(words)
  const query = useQuery({
    queryKey: ['/programmes/{id}', id],
    queryFn: () => get('/programmes/{id}', { path: { id } }),
  })
  if (query.isError) return <Unread what={say.fee} of={query} />
  if (query.data === undefined) return null
  const programme = query.data
  const { courses, lecturers, feeFen, entrusted } = programme
  const each =
    courses.length > 1 && feeFen > 0
      ? `（${courses.map((one) => `${one.title} ${feeText(one.feeFen, say)}`).join('；')}）`
      : ''
  return (
    <Facts
      of={[
        [say.audience, audienceText(programme, say, language)],
        [say.fee, `${feeText(feeFen, say)}${each}`],
        [
          say.lecturers,
          enumerate(
            lecturers.map(({ name }) => name),
            language,
          ),
        ],
        [say.entrusted, entrusted],
      ]}
    />
  )
}
