import type { Text } from '../platform/language.ts'

/** What the libraries hold (Art. 27, 28, 30). */
export const libraryNames = {
  lecturer: { zh: '师资库', en: 'Lecturers' },
  course: { zh: '精品课程库', en: 'Courses' },
  institution: { zh: '培训机构名录', en: 'Training institutions' },
} as const satisfies Record<string, Text>

export const libraryStates = {
  in_review: { zh: '评审中', en: 'in review' },
  refused: { zh: '未入库', en: 'not listed' },
  listed: { zh: '在库', en: 'listed' },
  expired: { zh: '已到期', en: 'expired' },
  suspended: { zh: '已暂停', en: 'suspended' },
  removed: { zh: '已清退', en: 'removed' },
} as const satisfies Record<string, Text>

/** By what institutions that train are chosen (Art. 27). */
export const criteria = {
  teachers: { zh: '师资要求', en: 'teachers' },
  staff: { zh: '人员素质', en: 'staff' },
  premises: { zh: '办学条件', en: 'premises' },
  management: { zh: '教学管理水平', en: 'management of teaching' },
  quality: { zh: '教学质量', en: 'quality of teaching' },
} as const satisfies Record<string, Text>

export const libraryActs = {
  submit: { zh: '申请入库', en: 'submitted' },
  renew: { zh: '申请续期', en: 'asked for renewal' },
  approve: { zh: '评审同意', en: 'reviewed: in favour' },
  disapprove: { zh: '评审不同意', en: 'reviewed: against' },
  list: { zh: '入库', en: 'listed' },
  refuse: { zh: '未予入库', en: 'not listed' },
  suspend: { zh: '暂停', en: 'suspended' },
  resume: { zh: '恢复', en: 'resumed' },
  remove: { zh: '清退出库', en: 'removed' },
  mark_excellent: { zh: '评为精品', en: 'marked as excellent' },
  unmark_excellent: { zh: '取消精品', en: 'no longer excellent' },
} as const satisfies Record<string, Text>

export const libraryFaults = {
  lecturerUnknown: {
    zh: '没有找到该授课人员，或者本单位还没有审核。请先在授课人员名单里审核。',
    en: 'There is no such lecturer, or your organisation has not vetted them. Vet them in the list first.',
  },
  consentAhead: {
    zh: '本人同意的日期不能晚于今天。',
    en: 'The day of their consent cannot be after today.',
  },
  otherKind: {
    zh: '续期时不能更换类别或授课人员。',
    en: 'A renewal cannot change what kind of entry it is, or whom it is about.',
  },
  criteriaMissing: {
    zh: '五项条件都符合的才能列入名录；有不符合的，请选择不同意并写明理由。',
    en: 'Only who meets all five is listed. Where one is missing, disagree and say why.',
  },
  notACourse: { zh: '只有课程可以评为精品。', en: 'Only courses are marked as excellent.' },
} as const satisfies Record<string, Text>
