import * as z from 'zod'
import { deskItself } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { line, Paging, pageOf } from '../platform/shapes.ts'
import { Role } from '../platform/terms.ts'

/** So many phrases an account keeps, of so many characters each. */
export const MOST_PHRASES = 30
const LONGEST_PHRASE = 200

const Phrases = z
  .object({ phrases: z.array(z.string()) })
  .meta({ id: 'Phrases', description: 'The latest last.' })

export const readPhrases = {
  id: 'read-phrases',
  callers: 'account',
  summary: 'The caller’s own phrases for opinions (常用语)',
  reply: Phrases,
  refuses: [],
} as const satisfies Operation

export const keepPhrase = {
  id: 'keep-phrase',
  callers: 'account',
  summary: 'Keep a phrase of one’s own, or remove one',
  description: `At most ${MOST_PHRASES}, of ${LONGEST_PHRASE} characters each; a repeat changes nothing. Nobody else sees them.`,
  body: z
    .union([z.strictObject({ keep: line(LONGEST_PHRASE) }), z.strictObject({ remove: line(LONGEST_PHRASE) })])
    .meta({ id: 'PhraseChange' }),
  reply: Phrases,
  refuses: ['PHRASES_FULL'],
} as const satisfies Operation

export const Colleague = z
  .object({
    id: z.string().meta({ description: 'The account.' }),
    name: z.string(),
    roles: z
      .array(Role)
      .meta({ description: 'The seats at the caller’s organisations; none: on the register.' }),
  })
  .meta({ id: 'Colleague' })
export type Colleague = z.infer<typeof Colleague>

export const findColleagues = {
  id: 'find-colleagues',
  callers: deskItself,
  summary: 'Colleagues by their name, to whom the caller may lend tasks',
  description:
    'Who has a seat at the caller’s organisations, then who stands on their registers and has an account; never auditors or operators. A page looks through a bounded part of the register and may hold fewer, or none. The name travels in the body.',
  query: Paging,
  body: z.object({ name: line(50) }).meta({ id: 'ColleagueSearch' }),
  reply: pageOf(Colleague),
  refuses: [],
} as const satisfies Operation
