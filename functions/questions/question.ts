import * as z from 'zod'
import { questionTerms } from '../../rules/questions.ts'
import { addDays } from '../platform/clock.ts'
import { AccountId, OrganisationId } from '../platform/ids.ts'
import { ASKERS_KEPT, keys, lists, lookups, QUESTIONS_AWAITING } from '../platform/keys.ts'
import { Came } from '../platform/matter-to-do.ts'
import {
  atVersion,
  isNew,
  type PageRequest,
  read,
  readAll,
  readIndex,
  readPartition,
  type Table,
  type Write,
} from '../platform/table.ts'
import { QuestionAct, QuestionStatus } from './terms.ts'

/** A question about the rules (Art. 8, 48), and where it stands. Who asked stands apart. */
export const Question = z.object({
  id: z.string(),
  /** By which it is followed without an account; the hash of the key that belongs to it. */
  code: z.string(),
  keyHash: z.string(),
  askedAt: z.string(),
  text: z.string(),
  bodyHash: z.string(),
  status: QuestionStatus,
  /** Whose desk has it. */
  desk: z.object({ id: OrganisationId, name: z.string() }),
  /** The desks that passed it on: none of them has it again by being passed on to. */
  had: z.array(OrganisationId).optional(),
  /** The desk above, once this one was late. */
  above: z.object({ id: OrganisationId, name: z.string() }).optional(),
  dueOn: z.string(),
  /** The day on which its desk was last reminded that it is overdue. */
  remindedOn: z.string().optional(),
  /** The last answer, and the articles that it rests on. */
  answer: z.object({ text: z.string(), articles: z.array(z.string()) }).optional(),
  /** The request that a question about a single case belongs to. */
  requestId: z.string().optional(),
  closedOn: z.string().optional(),
  /** Its published form stands on the page of questions and answers. */
  published: z.boolean(),
  /** The account that asked, where somebody asked with one. */
  byAccount: AccountId.optional(),
  /** Since when, and by whose act, it lies where it does; none: as it was asked. */
  came: Came.optional(),
  entries: z.number().int(),
  /** The workflow has work to do: to begin, or to hear of an act. */
  awaiting: z.string().optional(),
  /** What its execution waits on; never leaves the server. */
  token: z.string().optional(),
  /** How often an execution was started. */
  attempt: z.number().int(),
  version: z.number().int(),
})
export type Question = z.infer<typeof Question>

/** What somebody did. */
export const QuestionEntry = z.object({
  at: z.string(),
  /** `asker`, `system`, or an account. */
  by: z.string(),
  byName: z.string(),
  act: QuestionAct,
  text: z.string(),
})
export type QuestionEntry = z.infer<typeof QuestionEntry>

/** Who asked, where they said so: for the desk, and for the letter with the answer. */
export const Asker = z.object({ name: z.string(), mail: z.string() })
export type Asker = z.infer<typeof Asker>

export const isOver = ({ status }: Pick<Question, 'status'>): boolean => status !== 'received'

const toItem = (question: Question) => ({
  ...keys.question(question.id),
  ...question,
  listed: lists.questionsAt(question.desk.id),
  listedOrder: `${isOver(question) ? 1 : 0}#${question.closedOn ?? question.dueOn}#${question.id}`,
  ...(question.above === undefined || isOver(question)
    ? {}
    : { found: lookups.questionsAbove(question.above.id), foundOrder: question.dueOn }),
  ...(question.awaiting === undefined ? {} : { swept: QUESTIONS_AWAITING, sweptOrder: question.awaiting }),
})

/** Whose act brought a question to whoever has it now. */
export const cameTo = ({ came, askedAt }: Question): Came => came ?? { at: askedAt, by: 'asker' }

const entryItem = (id: string, nth: number, entry: QuestionEntry): Write => ({
  put: { ...keys.questionEntry(id, nth), ...entry },
  when: isNew,
})

/** A new question with its first entry, its code and who asked. */
export const newQuestion = (
  question: Question,
  codeHash: string,
  asker: Asker | undefined,
  entry: QuestionEntry,
): Write[] => [
  { put: toItem({ ...question, entries: 1 }), when: isNew },
  entryItem(question.id, 1, entry),
  {
    put: { ...keys.questionCode(codeHash), questionId: question.id, keyHash: question.keyHash },
    when: isNew,
  },
  ...(asker === undefined
    ? []
    : [
        {
          put: {
            ...keys.asker(question.id),
            ...asker,
            questionId: question.id,
            ...(question.byAccount === undefined
              ? {}
              : { found: lookups.questionsBy(question.byAccount), foundOrder: question.askedAt }),
          },
          when: isNew,
        },
      ]),
]

/** A question as it is from now on, with the entries that say why. */
export const changeQuestion = (
  before: Question,
  after: Question,
  entries: readonly QuestionEntry[],
): Write[] => {
  const last = entries.at(-1)
  const hasMoved = before.desk.id !== after.desk.id || before.above?.id !== after.above?.id
  const came = last !== undefined && hasMoved ? { came: { at: last.at, by: last.by } } : {}
  const next = { ...after, ...came, entries: before.entries + entries.length, version: before.version + 1 }
  return [
    { put: toItem(next), when: atVersion(before.version) },
    ...entries.map((entry, nth) => entryItem(before.id, before.entries + nth + 1, entry)),
  ]
}

export const readQuestion = async (table: Table, id: string): Promise<Question | undefined> => {
  const item = await read(table, keys.question(id))
  return item && Question.parse(item)
}

export const entriesOfQuestion = async (table: Table, id: string): Promise<QuestionEntry[]> =>
  (await readPartition(table, keys.question(id).pk, 'ENTRY#')).map((item) => QuestionEntry.parse(item))

const CodeItem = z.object({ questionId: z.string(), keyHash: z.string() })

/** Which question a code stands for, by the code's hash. */
export const questionOfCode = async (table: Table, codeHash: string) => {
  const item = await read(table, keys.questionCode(codeHash))
  return item && CodeItem.parse(item)
}

/** Who asked; undefined where they did not say, or its time is over. */
export const readAsker = async (table: Table, id: string): Promise<Asker | undefined> => {
  const item = await read(table, keys.asker(id))
  return item && Asker.parse(item)
}

/** From the end of a question on, who asked is kept for the time of the rules, then deleted. */
export const keepAskerUntilTerm = async (table: Table, id: string, closedOn: string): Promise<Write[]> => {
  const item = await read(table, keys.asker(id))
  if (item === undefined) return []
  return [
    {
      put: { ...item, swept: ASKERS_KEPT, sweptOrder: addDays(closedOn, questionTerms.askerDays) },
      when: { expression: 'attribute_exists(pk)' },
    },
  ]
}

const parsed = (items: readonly Record<string, unknown>[]) => items.map((item) => Question.parse(item))

/** The questions at a desk (`at`), or the overdue ones below one (`above`). */
export const questionsOf = async (
  table: Table,
  organisationId: OrganisationId,
  box: 'at' | 'above',
  page: PageRequest,
) => {
  const { items, cursor } =
    box === 'at'
      ? await readIndex(table, 'listed', lists.questionsAt(organisationId), page)
      : await readIndex(table, 'found', lookups.questionsAbove(organisationId), page)
  return { items: parsed(items), cursor }
}

/** What an account has asked, the latest first, as long as it is kept who asked. */
export const questionsBy = async (table: Table, accountId: AccountId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'found', lookups.questionsBy(accountId), {
    ...page,
    descending: true,
  })
  const asked = items.map((item) =>
    keys.question(z.object({ questionId: z.string() }).parse(item).questionId),
  )
  return { items: parsed(await readAll(table, asked)), cursor }
}

/** Those whose workflow has work to do, the longest waiting first. */
export const questionsAwaiting = async (table: Table, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'swept', QUESTIONS_AWAITING, page)
  return { items: parsed(items), cursor }
}
