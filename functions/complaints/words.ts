import type { Text } from '../../rules/text.ts'
import type { ComplaintAct, ComplaintChannel, ComplaintStatus, Finding, MeasureKind } from './terms.ts'

/** What complaints are called (Art. 36), for pages and letters. */

export const complaintChannels = {
  web: { zh: '网络', en: 'online' },
  telephone: { zh: '电话', en: 'by telephone' },
  letter: { zh: '信件', en: 'by letter' },
} as const satisfies Record<ComplaintChannel, Text>

export const complaintStatuses = {
  received: { zh: '待受理', en: 'to be accepted' },
  inquiry: { zh: '调查核实中', en: 'under inquiry' },
  found: { zh: '已有结论，待反馈', en: 'found, to be reported back' },
  closed: { zh: '已办结', en: 'closed' },
  passed_on: { zh: '已转其他机关', en: 'passed on to another body' },
} as const satisfies Record<ComplaintStatus, Text>

export const findings = {
  found: { zh: '属实', en: 'found true' },
  partly: { zh: '部分属实', en: 'found true in part' },
  not_found: { zh: '不属实', en: 'not found true' },
} as const satisfies Record<Finding, Text>

export const measureKinds = {
  suspend_hours: { zh: '暂停或更正学时', en: 'hours suspended or corrected' },
  revoke_certificate: { zh: '撤销证书', en: 'certificate revoked' },
  remove_provider: { zh: '网络培训机构移出名单', en: 'provider taken off the list' },
  remove_lecturer: { zh: '授课人员移出师资库', en: 'lecturer taken out of the library' },
  discipline: { zh: '追究责任', en: 'those responsible called to account' },
  other: { zh: '其他处理', en: 'something else' },
} as const satisfies Record<MeasureKind, Text>

export const complaintActs = {
  file: { zh: '收到投诉举报', en: 'received' },
  reply: { zh: '投诉人补充', en: 'the complainant wrote' },
  attach: { zh: '附材料', en: 'added a file' },
  accept: { zh: '受理', en: 'accepted' },
  assign: { zh: '指定调查人员', en: 'an inquirer was named' },
  pass_on: { zh: '转交', en: 'passed on' },
  note: { zh: '调查记录', en: 'note' },
  ask_papers: { zh: '调取材料', en: 'papers asked for' },
  message: { zh: '告知投诉人', en: 'a word to the complainant' },
  concern: { zh: '增加被投诉对象', en: 'someone else is concerned' },
  extend: { zh: '延长期限', en: 'extended' },
  find: { zh: '形成结论', en: 'finding' },
  measure: { zh: '处理措施', en: 'what was done' },
  tell_body: { zh: '函告责任单位', en: 'the body at fault was written to' },
  report: { zh: '反馈结果', en: 'reported back' },
  overdue: { zh: '超过期限', en: 'overdue' },
  move: { zh: '原经办人员不能办理，重新分派', en: 'those who had it could not act: given to others' },
  take_over: { zh: '提级办理', en: 'taken over from above' },
} as const satisfies Record<ComplaintAct, Text>

/** Who can't inquire. */
export const noColleague = {
  zh: '只能选择本部门中可以办理这件事项的人员。',
  en: 'Someone of this desk who may see the matter.',
} as const satisfies Text

/** To whom a complaint is not passed on. */
export const passedBefore = {
  zh: '负责这个单位的部门已经转交过这件事项，不能再转回去。请受理，或者转交其他机关。',
  en: 'The desk above this body has passed the matter on already: accept it, or pass it on elsewhere.',
} as const satisfies Text

/** Which body can't take complaints about the region. */
export const bodyBelow = {
  zh: '不能指定受自治区管理的下级单位：它受理不了对上级的投诉。请选择同级的其他部门。',
  en: 'A body below the region cannot judge it: choose another one of its level.',
} as const satisfies Text
export const bodyEmpty = {
  zh: '这个单位还没有可以办理的人员。请先安排人员，再指定它。',
  en: 'Nobody can act at this body yet: give somebody a seat there first.',
} as const satisfies Text

/** Why a letter to a body at fault does not go out. */
export const namesTheComplainant = {
  zh: '不能写出投诉人的姓名或联系方式。',
  en: 'It must not say who complained, nor how to reach them.',
} as const satisfies Text
export const nobodyToTell = {
  zh: '这个单位没有可以收信的人员（被投诉的人员除外），请书面送达，并写入调查记录。',
  en: 'Nobody at this body can be written to but whom it is about: deliver it on paper, and note it.',
} as const satisfies Text
export const untilAhead = { zh: '期限应在今天之后。', en: 'A day after today.' } as const satisfies Text

export const tooLarge = {
  zh: '每个文件不超过 4 MB。',
  en: 'A file has at most 4 MB.',
} as const satisfies Text
