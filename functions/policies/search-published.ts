import { today } from '../platform/clock.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { eventually, type Table } from '../platform/table.ts'
import { publishedQuestions, textsOfAnswers } from '../questions/published.ts'
import { everyArticle } from './articles.ts'
import { readPolicies, rowOf, textsOfPolicies } from './policy.ts'

/** What a warm function keeps of texts, in characters: some hundred documents. */
const MOST_CHARACTERS = 10_000_000

const known = new Map<string, string>()
let characters = 0

/** Texts by id, of which none ever changes: each is read once by a warm function. */
const textsOf = async (
  table: Table,
  kind: string,
  ids: readonly string[],
  read: (table: Table, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<(id: string) => string> => {
  const nameOf = (id: string): string => `${table.name} ${kind} ${id}`
  const found = await read(
    table,
    ids.filter((id) => !known.has(nameOf(id))),
  )
  for (const [id, text] of found) {
    if (characters + text.length > MOST_CHARACTERS) continue
    known.set(nameOf(id), text)
    characters += text.length
  }
  return (id) => known.get(nameOf(id)) ?? found.get(id) ?? ''
}

/** Articles, documents with their texts, and published questions with their answers that hold all of some words. */
export const search =
  ({ table: consistent, clock }: RecordsHost) =>
  async (words: string) => {
    const table = eventually(consistent)
    const asked = words.normalize('NFKC').toLowerCase().split(/\s+/u)
    const holds = (...texts: readonly string[]) => {
      const whole = texts.join('\n').normalize('NFKC').toLowerCase()
      return asked.every((one) => whole.includes(one))
    }
    const day = today(clock)
    const [policies, questions] = await Promise.all([readPolicies(table), publishedQuestions(table)])
    const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)
    const [policyText, answerText] = await Promise.all([
      textsOf(table, 'policy', idsOf(policies), textsOfPolicies),
      textsOf(table, 'answer', idsOf(questions), textsOfAnswers),
    ])
    return {
      articles: everyArticle.filter(({ article, paragraphs }) => holds(`第${article}条`, ...paragraphs)),
      policies: policies
        .filter(({ id, number, title, summary }) => holds(number, title, summary, policyText(id)))
        .map((one) => rowOf(one, day)),
      answers: questions.filter(({ id, question }) => holds(question, answerText(id))),
    }
  }
