import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { changePhrases, phraseIn, readPhrases, withPhrase } from '../../shared/phrases.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { Unread } from '../parts/unread.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: { insert: '插入常用语', keep: '存为常用语' },
  en: { insert: 'Insert a phrase', keep: 'Keep as a phrase' },
} as const

const KEY = ['/me/phrases']

/** One's own phrases beside a reason: one is put into it, or what it holds is kept. */
export const Phrases = ({
  text,
  change,
}: {
  readonly text: string
  readonly change: (text: string) => void
}) => {
  const { say } = useSay(words)
  const client = useQueryClient()
  const asked = useQuery({ queryKey: KEY, queryFn: readPhrases })
  const phrases = asked.data ?? []
  const keeping = useMutation({
    mutationFn: changePhrases,
    onSuccess: (now) => client.setQueryData(KEY, now),
  })
  const fresh = phraseIn(text, phrases)
  return (
    <div className="actions">
      {phrases.length > 0 && (
        <Select
          aria-label={say.insert}
          placeholder={say.insert}
          popupMatchSelectWidth={false}
          value={null}
          options={phrases.map((value) => ({ value, label: value }))}
          onChange={(phrase: string) => change(withPhrase(text, phrase))}
        />
      )}
      {fresh !== undefined && <Button onClick={() => keeping.mutate({ keep: fresh })}>{say.keep}</Button>}
      <Unread of={asked} what={say.insert} />
      {keeping.isError && <ProblemNotice error={keeping.error} />}
    </div>
  )
}
