import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { get } from '../../shared/api/client.ts'
import { articleText } from '../../shared/terms.ts'
import { usePreferences } from '../preferences.tsx'

/** The most characters of an article's text beside its number. */
const SHOWN = 30

/** The articles of the implementation rules, each with how its text begins. */
const useArticles = () => {
  const { language } = usePreferences()
  const { data } = useQuery({
    queryKey: ['/articles'],
    queryFn: () => get('/articles'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (data?.items ?? []).map(({ article, paragraphs: [first = ''] }) => ({
    value: article,
    label: `${articleText(article, language)} ${first.length > SHOWN ? `${first.slice(0, SHOWN)}…` : first}`,
  }))
}

interface Props {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}

/** One article, found by its number or its first words. */
export const ArticleField = (field: Props) => (
  <Select<string> {...field} options={useArticles()} showSearch={{ optionFilterProp: 'label' }} />
)
