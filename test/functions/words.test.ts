import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { businesses } from '../../functions/ledger/words.ts'
import {
  Category,
  Decision,
  DeemedKind,
  LeaveKind,
  Level,
  Mode,
  OrganisationKind,
  PostChangeKind,
  PostType,
  RequestStatus,
  RequestType,
  Role,
  Stage,
  Subject,
} from '../../functions/platform/terms.ts'
import {
  categories,
  deemedKinds,
  leaveKinds,
  levels,
  modes,
  organisationKinds,
  postChangeKinds,
  postHolders,
  postTypes,
  requestTypes,
  roles,
  stages,
  subjects,
} from '../../functions/platform/words.ts'
import { decisions, requestActs, requestStatuses } from '../../functions/requests/words.ts'
import { deemedWords, obligations } from '../../functions/staff/words.ts'
import { ResultStatus } from '../../functions/year/result.ts'
import { resultStatuses } from '../../functions/year/words.ts'
import type { Text } from '../../rules/text.ts'

/** The glossary's terms, each with the word that people read. */
const glossary: readonly (readonly [term: string, word: Text])[] = [
  ['公共科目', subjects.public],
  ['专业科目', subjects.professional],
  ['岗前培训', categories.induction],
  ['在岗培训', categories.in_service],
  ['转岗培训', categories.transfer],
  ['专项培训', categories.special],
  ['线上', modes.online],
  ['线下', modes.offline],
  ['管理人员', postHolders.management],
  ['专业技术人员', postHolders.professional],
  ['工勤技能人员', postHolders.worker],
  ['事业单位', organisationKinds.institution],
  ['主管部门', organisationKinds.department],
  ['人事综合管理部门', organisationKinds.authority],
  ['旗县级', levels.county],
  ['盟市级', levels.city],
  ['自治区级', levels.region],
  ['学时认定', requestTypes.recognition],
  ['延迟补训', requestTypes.make_up_delay],
  ['岗位变动备案', requestTypes.post_change],
  ['培训班学时名册', requestTypes.class_roster],
  ['视情况认定', deemedKinds.discretionary],
  ['视同完成', deemedWords.deemed],
  ['视为完成', deemedWords.regarded],
  ['延迟补训', obligations.make_up],
  ['年度考核优秀', businesses.appraisal_excellent],
  ['嘉奖以上奖励', businesses.commendation],
  ['等级晋升', businesses.grade_promotion],
  ['转正定级', businesses.regularization],
  ['转岗聘用', businesses.transfer_appointment],
  ['续签聘用合同', businesses.contract_renewal],
  ['岗位变动备案', businesses.post_change_filing],
  ['工勤岗位等级考试', businesses.skill_grade_exam],
  ['催办', requestActs.remind],
  ['转办', requestActs.reassign],
  ['撤回', requestActs.withdraw],
  ['退回修改', decisions.return],
]

test.each(glossary)('%s is what people read', (term, { zh, en }) => {
  expect(zh).toBe(term)
  expect(en).not.toBe('')
})

test.each([
  ['subjects', Subject, subjects],
  ['categories', Category, categories],
  ['modes', Mode, modes],
  ['stages', Stage, stages],
  ['roles', Role, roles],
  ['kinds of organisations', OrganisationKind, organisationKinds],
  ['levels', Level, levels],
  ['types of requests', RequestType, requestTypes],
  ['grounds of Article 39', DeemedKind, deemedKinds],
  ['types of posts', PostType, postTypes],
  ['holders of posts', PostType, postHolders],
  ['changes of posts', PostChangeKind, postChangeKinds],
  ['leaves', LeaveKind, leaveKinds],
  ['statuses of requests', RequestStatus, requestStatuses],
  ['decisions', Decision, decisions],
  ['results of a year', ResultStatus, resultStatuses],
] as const)('all %s have a word in both languages', (_, known: z.ZodEnum, words) => {
  expect(Object.keys(words).sort()).toEqual(known.options.map(String).sort())
  for (const { zh, en } of Object.values<Text>(words)) expect([zh, en]).not.toContain('')
})

const ROOT = resolve(import.meta.dirname, '../..')

/** Whatever says something to people, but for the words themselves and what is generated. */
const sources = ['functions', 'web'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/^dist|\.gen\.ts$/.test(path))
    .filter((path) => folder === 'web' || !path.endsWith('words.ts'))
    .map((path) => [join(folder, path), readFileSync(join(ROOT, folder, path), 'utf8')] as const),
)

describe('one thing has one name', () => {
  test('a term of the glossary is written down once, where the words stand', () => {
    const literals = new Set(glossary.map(([term]) => `'${term}'`))
    const found = sources.flatMap(([path, text]) =>
      [...text.matchAll(/'[^'\n]+'/g)].filter(([one]) => literals.has(one)).map(([one]) => `${path} ${one}`),
    )
    expect(found).toEqual([])
  })

  test.each([
    ['班次学时认定', '培训班学时名册'],
    ['班次名册', '培训班学时名册'],
    ['承担课题项目', '课题研究与项目开发'],
    ['学历学位教育', '学历（学位）教育'],
    ['工勤技能等级考试', '工勤技能岗位等级考试'],
    ['离岗创办企业', '离岗创业'],
    ['脱产公共科目培训', '公共科目脱产培训'],
    ['补训逾期未完成', '补训逾期'],
    ['视同（视为）完成', '视同完成'],
    ['未获通过', '未予办理'],
  ])('%s is called %s', (other) => {
    expect(sources.filter(([, text]) => text.includes(other)).map(([path]) => path)).toEqual([])
  })
})

/** Where the texts of functions stand: letters, refusals, the sheet's wording, and what a schema says of its field. */
// The shapes that every operation shares say themselves what is wrong with a text, as an operation's own do.
const TEXTS =
  /letters?\.ts$|wording\.ts$|refusals[\\/.]\w+(\.ts)?$|api\.ts$|platform.shapes\.ts$|halved-text\.ts$/

test('what acts says nothing itself: its sentences stand with the words of its capability', () => {
  const speaking = sources
    .filter(([path]) => path.startsWith('functions') && !TEXTS.test(path))
    // The faults of a claim's and a decision's fields still stand where they are found.
    .filter(([path]) => !/^functions[\\/](requests|desks)[\\/]/.test(path))
    .filter(([, text]) => /['`][^'`\n]*\p{Script=Han}[^'`\n]*[。！？]/u.test(text))
  expect(speaking.map(([path]) => path)).toEqual([])
})
