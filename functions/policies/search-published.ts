import { today } from '../platform/clock.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import type { Table } from '../platform/table.ts'
import { type PublishedQuestion, publishedQuestions, textsOfAnswers } from '../questions/published.ts'
import { readStamp } from '../questions/published-stamp.ts'
import { everyArticle } from './articles.ts'
import { inDigits } from './in-digits.ts'
import { type Policy, readPolicies, rowOf, statusOn, textsOfPolicies } from './policy.ts'

/** What a warm function keeps of documents' texts, in characters: some hundred documents. */
const MOST_CHARACTERS = 10_000_000

type Texts = ReadonlyMap<string, string>

/** What is published as of a stamp. */
interface Published {
  readonly of: string
  readonly policies: readonly Policy[]
  readonly questions: readonly PublishedQuestion[]
  readonly answers: Texts
  readonly texts: Texts
}

/** What one process remembers of publications; holds as long as the stamp is the same. */
export interface Memory {
  published?: Published
}

const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)

/** As many of the texts as are kept. */
const within = (texts: Texts): Texts => {
  const kept = new Map<string, string>()
  let characters = 0
  for (const [id, text] of texts) {
    characters += text.length
    if (characters > MOST_CHARACTERS) break
    kept.set(id, text)
  }
  return kept
}

/**
 * What is published now. The stamp is read first and always; lists and answers are read anew once it has changed, so
 * that nothing withdrawn stays in any process. A document's text never changes under its id.
 */
const publishedNow = async (table: Table, memory: Memory): Promise<Published> => {
  const stamp = await readStamp(table)
  const known = memory.published?.of === `${table.name} ${stamp}` ? memory.published : undefined
  const [policies, questions] = known
    ? [known.policies, known.questions]
    : await Promise.all([readPolicies(table), publishedQuestions(table)])
  const before = memory.published?.texts ?? new Map<string, string>()
  const unread = idsOf(policies).filter((id) => !before.has(id))
  const [read, answers] = await Promise.all([
    textsOfPolicies(table, unread),
    known ? known.answers : textsOfAnswers(table, idsOf(questions)),
  ])
  const now = {
    of: `${table.name} ${stamp}`,
    policies,
    questions,
    answers,
    texts: new Map([...before, ...read]),
  }
  memory.published = { ...now, texts: within(now.texts) }
  return now
}

/** A document and those that it replaced, one after the other: by their numbers and titles it is found too. */
const namesOf = (policy: Policy, all: ReadonlyMap<string, Policy>): string[] => {
  const names: string[] = []
  for (let one: Policy | undefined = policy; one !== undefined; one = all.get(one.replacesId ?? ''))
    names.push(one.number, one.title)
  return names
}

const warm: Memory = {}

/**
 * Articles, documents with their texts, and published questions with their answers that hold all of some words, numbers
 * however they are written. A version
 * that was replaced is not found any more: the one in its place is, by the number and title of the old one too.
 */
export const search =
  ({ table, clock }: RecordsHost, memory: Memory = warm) =>
  async (words: string) => {
    const asked = words.normalize('NFKC').toLowerCase().split(/\s+/u)
    const holds = (...texts: readonly string[]) => {
      const whole = texts.join('\n').normalize('NFKC').toLowerCase()
      const digits = inDigits(whole)
      return asked.every((one) => whole.includes(one) || digits.includes(inDigits(one)))
    }
    const day = today(clock)
    const { policies, questions, texts, answers } = await publishedNow(table, memory)
    const byId = new Map(policies.map((one) => [one.id, one]))
    return {
      articles: everyArticle.filter(({ article, paragraphs }) => holds(`第${article}条`, ...paragraphs)),
      policies: policies
        .filter((one) => statusOn(one, day) !== 'replaced')
        .filter((one) => holds(...namesOf(one, byId), one.summary, texts.get(one.id) ?? ''))
        .map((one) => rowOf(one, day)),
      answers: questions.filter(({ id, question }) => holds(question, answers.get(id) ?? '')),
    }
  }
