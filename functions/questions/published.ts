import * as z from 'zod'
import { keys } from '../platform/keys.ts'
import { isNew, read, readAll, readPartition, type Table, type Write } from '../platform/table.ts'
import { newStamp } from './published-stamp.ts'

/** A question as it was published, without its answer and without a name; hundreds of these are read at once. */
export const PublishedQuestion = z.object({
  id: z.string(),
  question: z.string(),
  articles: z.array(z.string()),
  desk: z.string(),
  publishedAt: z.string(),
})
export type PublishedQuestion = z.infer<typeof PublishedQuestion>

const Text = z.object({ answer: z.string() })

/** A publication by itself: for a table that nobody has read yet. */
export const publication = (published: PublishedQuestion, answer: string): Write[] => [
  { put: { ...keys.publishedQuestion(published.id), ...published }, when: isNew },
  { put: { ...keys.publishedAnswer(published.id), answer }, when: isNew },
]

export const publishAnswer = (published: PublishedQuestion, answer: string): Write[] => [
  ...publication(published, answer),
  newStamp(),
]

/** Takes a publication back whole: what named somebody must be nowhere. */
export const retractAnswer = (id: string): Write[] => [
  ...[keys.publishedQuestion(id), keys.publishedAnswer(id)].map((key) => ({
    remove: key,
    when: { expression: 'attribute_exists(pk)' },
  })),
  newStamp(),
]

/** Whatever is published, the latest first. */
export const publishedQuestions = async (table: Table): Promise<PublishedQuestion[]> =>
  (await readPartition(table, keys.publishedQuestion('').pk))
    .map((item) => PublishedQuestion.parse(item))
    .sort((one, other) => other.publishedAt.localeCompare(one.publishedAt))

/** The answers of published questions, by id. */
export const textsOfAnswers = async (
  table: Table,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await readAll(table, ids.map(keys.publishedAnswer))).map((item) => [
      String(item.pk).slice('ANSWER#'.length),
      Text.parse(item).answer,
    ]),
  )

export const readPublished = async (table: Table, id: string) => {
  const [question, text] = await Promise.all([
    read(table, keys.publishedQuestion(id)),
    read(table, keys.publishedAnswer(id)),
  ])
  if (question === undefined || text === undefined) return undefined
  return { ...PublishedQuestion.parse(question), ...Text.parse(text) }
}
