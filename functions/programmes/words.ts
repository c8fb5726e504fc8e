import type { ProgrammeFaultCode } from '../../rules/programme.ts'
import type { Text } from '../platform/language.ts'

/** What a rule refuses in a filing, and what to do about it. */
export const programmeFaultTexts = {
  FEE_ABOVE_CAP: {
    zh: '收费超过该类课程每课时 45 分钟的上限，请降低这门课程的收费。',
    en: 'The fee is above the cap of this kind per class period of 45 minutes. Lower the fee of this course.',
  },
  COURSE_WITHOUT_HALF_DAYS: {
    zh: '线下课程没有安排半天，请为它安排日期和上午或下午。',
    en: 'This course offline has no half-day. Give it a day, morning or afternoon.',
  },
  COURSE_WITHOUT_DATES: {
    zh: '线上课程请填写学习的起止日期。',
    en: 'A course online needs its first and last day of study.',
  },
  SESSION_OF_NO_COURSE: {
    zh: '这个半天没有对应的线下课程，请选择课程或删去这个半天。',
    en: 'This half-day belongs to no course offline. Choose one or take the half-day out.',
  },
  HALF_DAY_TWICE: {
    zh: '同一个半天安排了两次，请保留一次。',
    en: 'The same half-day stands twice. Keep one.',
  },
  MINUTES_ABOVE_HALF_DAYS: {
    zh: '授课分钟数超过所安排半天的时长（每半天 240 分钟），请改正分钟数或增加半天。',
    en: 'More minutes than the half-days hold (240 each). Correct the minutes or add half-days.',
  },
  PROGRAMME_CROSSES_YEAR: {
    zh: '培训班跨了年度，学时按年度计算，请分成两个培训班备案。',
    en: 'The programme crosses New Year, and hours belong to a year. File two programmes.',
  },
  PROGRAMME_BEGUN: {
    zh: '培训班应在开班前备案，请填写今天以后的日期。',
    en: 'A programme is filed before it begins. Choose days after today.',
  },
  COURSE_NOT_LISTED: {
    zh: '课程库里没有这门课程，或者科目不符、授课当日已到期、已暂停或已清退。请另选课程，或自行填写。',
    en: 'The library has no such course, of another subject, or not on these days. Choose another, or describe it yourself.',
  },
  ENTRUSTED_OFF_THE_LIST: {
    zh: '该培训机构已被暂停或清退出培训机构名录，不能承办。请另行委托。',
    en: 'This institution was suspended or taken off the list, and holds no programme. Entrust another.',
  },
  ENTRUSTED_TWICE: {
    zh: '受委托的培训机构不得再委托其他机构，请由它自己承办，或直接委托实际承办的机构。',
    en: 'An entrusted institution entrusts nobody further. Let it hold the programme, or entrust the other directly.',
  },
  INSTITUTION_IMPOSED: {
    zh: '不得为其他单位的人员强行指定培训机构。请改为自愿报名，或只调训本单位及所属单位的人员。',
    en: 'No training institution may be imposed on the staff of others. Let them enrol freely, or call up your own alone.',
  },
  LECTURER_MISSING: {
    zh: '请填写这门课程的授课人员。',
    en: 'Name who teaches this course.',
  },
  LECTURER_NOT_VETTED: {
    zh: '该授课人员未经举办单位审核，请先审核把关，或另选授课人员。',
    en: 'The organiser has not vetted this lecturer. Vet them first, or choose another.',
  },
  LECTURER_REMOVED: {
    zh: '该授课人员已被清退出库，请另选授课人员。',
    en: 'This lecturer was removed from the list. Choose another.',
  },
  LECTURER_UNKNOWN: {
    zh: '没有找到该授课人员，请从授课人员名单里选择。',
    en: 'There is no such lecturer. Choose one of the list.',
  },
  TASK_MISSING: {
    zh: '专项培训请填写所服务的重大项目、工程或行动。',
    en: 'A special training names the project, works or action that it serves.',
  },
} as const satisfies Record<ProgrammeFaultCode, Text>

const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** A fee above its cap: what is asked, the most that may be, and how that is reckoned (Art. 26). */
export const feeFaultText = ({
  feeFen,
  mostFen,
  capFen,
  minutes,
  kind,
}: {
  readonly feeFen: number
  readonly mostFen: number
  readonly capFen: number
  readonly minutes: number
  readonly kind: keyof typeof teachingKinds
}): Text => ({
  zh: `收费 ${yuan(feeFen)} 元，超过上限 ${yuan(mostFen)} 元（${teachingKinds[kind].zh} ${minutes} 分钟，每课时 45 分钟至多 ${capFen / 100} 元）。请降到 ${yuan(mostFen)} 元以内。`,
  en: `${yuan(feeFen)} yuan is above the cap of ${yuan(mostFen)} yuan (${minutes} minutes ${teachingKinds[kind].en}, at most ${capFen / 100} yuan per class period of 45 minutes). Ask no more than that.`,
})

/** Why somebody may not teach, by name (Art. 31). */
export const lecturerFaultTexts = {
  notVetted: (name: string): Text => ({
    zh: `授课人员${name}未经举办单位审核。请先在“授课人员”页面审核把关，或另选授课人员。`,
    en: `The organiser has not vetted ${name}. Vet them on the page of lecturers, or choose another.`,
  }),
  removed: (name: string, on: Text): Text => ({
    zh: `授课人员${name}已于${on.zh}被清退出库，请另选授课人员。`,
    en: `${name} was removed from the list of lecturers on ${on.en}. Choose another.`,
  }),
} as const

/** The same of a filing of several courses: which one is meant. */
export const ofCourse = (number: number, title: string, { zh, en }: Text): Text => ({
  zh: `第 ${number} 门课程“${title}”：${zh}`,
  en: `Course ${number}, “${title}”: ${en}`,
})

export const noSuchOrganisation = {
  zh: '没有找到这个单位，请重新选择。',
  en: 'There is no such organisation. Choose again.',
} as const satisfies Text

export const otherOrganiser = {
  zh: '退回后重新提交时不能更换举办单位。',
  en: 'The organiser cannot be changed when a return is answered.',
} as const satisfies Text

/** What is wrong with an annual plan, or with a filing that names a row of it. */
export const planFaults = {
  reason: { zh: '调整已报送的计划，请写明原因。', en: 'Say why the filed plan is adjusted.' },
  empty: { zh: '计划里还没有项目，请先添加。', en: 'The plan has no row yet. Add one first.' },
  rowReferredTo: {
    zh: '已有培训班按这个项目备案，不能删去。需要的话可以改写它。',
    en: 'A programme on file carries out a row that was taken out. Put it back; it may be reworded.',
  },
  noSuchRow: {
    zh: '举办单位已报送的年度计划里没有这个项目，请重新选择，或写明没有列入计划的原因。',
    en: 'The organiser’s filed plan has no such row. Choose one, or say why it is not planned.',
  },
} as const satisfies Record<string, Text>

export const unansweredReason = (days: number): string =>
  `备案送达后 ${days} 个工作日内未答复，视为接受备案。`

/** How a course is taught, by which its fee is capped (Art. 26). */
export const teachingKinds = {
  remote: { zh: '远程教育', en: 'remote' },
  theory: { zh: '理论课程', en: 'theory' },
  practical: { zh: '实用技能', en: 'practical skills' },
  expert: { zh: '专家授课', en: 'by an expert' },
} as const

export const halves = {
  morning: { zh: '上午', en: 'morning' },
  afternoon: { zh: '下午', en: 'afternoon' },
  day: { zh: '全天', en: 'whole day' },
} as const

export const programmeActs = {
  file: { zh: '提交备案', en: 'filed' },
  refile: { zh: '修改后重新提交', en: 'filed again' },
  accept: { zh: '接受备案', en: 'accepted' },
  returned: { zh: '退回修改', en: 'returned' },
  refused: { zh: '未予备案', en: 'refused' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  cancel: { zh: '取消', en: 'cancelled' },
  change: { zh: '变动安排', en: 'changed' },
  close: { zh: '结业', en: 'closed' },
  reopen: { zh: '结业时有未确认的签到，恢复办理', en: 'open again: a scan had come in' },
} as const

export const programmeStates = {
  in_review: { zh: '备案办理中', en: 'in review' },
  returned: { zh: '已退回修改', en: 'returned' },
  refused: { zh: '未予备案', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  accepted: { zh: '已备案', en: 'accepted' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  closed: { zh: '已结班', en: 'closed' },
} as const
