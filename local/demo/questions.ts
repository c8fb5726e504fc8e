import { sha256 } from '../../functions/platform/identifiers.ts'
import type { Write } from '../../functions/platform/table.ts'
import { publication } from '../../functions/questions/published.ts'
import { changeQuestion, newQuestion, type Question } from '../../functions/questions/question.ts'
import { authorityId } from './organisations.ts'

/** By these the demo's asker reads the answer. */
const CODE = 'dem0ask001'
const KEY = 'dem0key0dem0key0dem0key0'

const REGION = { id: authorityId('15'), name: '自治区人社厅' }
const ANSWER =
  '列入名录的网络培训机构按第41条推送的学时，由平台自动折算并核对；同一课程不重复计算。本条为演示数据。'

const answered: Question = {
  ...{ id: 'demo-question', code: CODE, keyHash: sha256(KEY), askedAt: '2026-02-10T10:00:00.000+08:00' },
  text: '我在网上学完了专业科目，还要自己申报吗？',
  ...{ bodyHash: '', status: 'answered', desk: REGION, dueOn: '2026-02-24', closedOn: '2026-02-12' },
  answer: { text: ANSWER, articles: ['41'] },
  ...{ published: true, entries: 0, attempt: 1, version: 1 },
}
const by = { by: 'hr.region', byName: '乌云其木格' }
const begun = { at: '2026-02-10T10:00:00.000+08:00', by: 'asker', byName: '', act: 'ask' as const, text: '' }
const entries = [
  begun,
  { at: '2026-02-12T09:00:00.000+08:00', ...by, act: 'answer' as const, text: ANSWER },
  { at: '2026-02-12T09:10:00.000+08:00', ...by, act: 'publish' as const, text: ANSWER },
]

/** A question as the demo begins with it: answered, and published. */
export function* demoQuestions(): Generator<Write> {
  const [, , code] = newQuestion(answered, sha256(CODE), undefined, begun)
  yield* changeQuestion(answered, answered, entries)
  if (code !== undefined) yield code
  yield* publication(
    {
      ...{ id: answered.id, question: '网上学完专业科目以后还要自己申报吗？', articles: ['41'] },
      ...{ desk: REGION.name, publishedAt: '2026-02-12T09:10:00.000+08:00' },
    },
    ANSWER,
  )
}
