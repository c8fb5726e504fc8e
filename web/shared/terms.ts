import { businesses, verdicts } from '../../functions/ledger/words.ts'
import { personActs, personFields } from '../../functions/persons/words.ts'
import {
  activities,
  categories,
  deemedKinds,
  discretionGrounds,
  justifiedGrounds,
  leaveKinds,
  levels,
  modes,
  organisationKinds,
  postChangeKinds,
  postTypes,
  recordFacts,
  requestTypes,
  roles,
  stageOf,
  stages,
  subjects,
} from '../../functions/platform/words.ts'
import { halves, programmeActs, programmeStates, teachingKinds } from '../../functions/programmes/words.ts'
import { requestActs, requestStatuses } from '../../functions/requests/words.ts'
import {
  certificateChanges,
  certificateKinds,
  certificateStatuses,
  deemedWords,
  obligationStatuses,
  obligations,
} from '../../functions/staff/words.ts'
import { resultStatuses } from '../../functions/year/words.ts'
import { enumerate } from './fill.ts'
import type { Language } from './language.ts'

type Word = Readonly<Record<Language, string>>

/** The regulation's words for what the API names in English: those of the mails and of the certificate. */
const terms = {
  type: requestTypes,
  subject: subjects,
  category: categories,
  mode: modes,
  stage: stages,
  role: roles,
  business: businesses,
  verdict: verdicts,
  certificateKind: certificateKinds,
  certificateStatus: certificateStatuses,
  certificateChange: certificateChanges,
  status: requestStatuses,
  act: requestActs,
  postType: postTypes,
  kind: { ...deemedKinds, ...postChangeKinds, ...recordFacts, ...justifiedGrounds },
  leaveKind: leaveKinds,
  discretion: discretionGrounds,
  organisationKind: organisationKinds,
  level: levels,
  activity: activities,
  obligation: obligations,
  obligationStatus: obligationStatuses,
  deemedWord: deemedWords,
  resultStatus: { ...obligationStatuses, ...resultStatuses },
  personField: personFields,
  personAct: personActs,
  programmeState: programmeStates,
  programmeAct: programmeActs,
  teachingKind: teachingKinds,
  half: halves,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Word>>>>

/** The word for a name in the reader's language; an unknown name stands for itself. */
export const term = (of: keyof typeof terms, name: string, language: Language): string => {
  const table: Readonly<Record<string, Word>> = terms[of]
  return table[name]?.[language] ?? name
}

/** What a desk does in a matter of a type. */
export const stageTerm = (
  type: Parameters<typeof stageOf>[0],
  stage: Parameters<typeof stageOf>[1],
  language: Language,
): string => stageOf(type, stage)[language]

/** An article, or an item of one (`39(2)`), in Chinese. */
const inChinese = (article: string): string =>
  article.includes('(') ? article.replace(/^(\d+)\((\d+)\)$/, '第$1条第$2项') : `第${article}条`

/** Articles of the implementation rules, as the language names them: 第7、35条, 第39条第2项, Art. 7, 35. */
export const articleText = (
  articles: string | number | readonly (string | number)[],
  language: Language,
): string => {
  const all = (Array.isArray(articles) ? articles : [articles]).map(String)
  if (language === 'en') return `Art. ${enumerate(all, language)}`
  return all.some((article) => article.includes('('))
    ? enumerate(all.map(inChinese), language)
    : inChinese(enumerate(all, language))
}
