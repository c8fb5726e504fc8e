import { enumerate } from './fill.ts'
import type { Language } from './language.ts'

type Pair = readonly [zh: string, en: string]

/** The regulation's words for what the API names in English. */
const terms = {
  type: {
    recognition: ['学时认定', 'Recognition of hours'],
    make_up_delay: ['延迟补训', 'Make-up delay'],
    post_change: ['岗位变动备案', 'Change of post'],
    deemed: ['视同完成认定', 'Deemed year'],
    class_roster: ['培训班学时名册', 'Class roster'],
  },
  subject: { public: ['公共科目', 'Public subject'], professional: ['专业科目', 'Professional subject'] },
  category: {
    in_service: ['在岗培训', 'in service'],
    induction: ['岗前培训', 'induction'],
    transfer: ['转岗培训', 'transfer'],
    special: ['专项培训', 'special'],
  },
  mode: { offline: ['线下', 'offline'], online: ['线上', 'online'] },
  stage: {
    institution: ['单位登记', 'Institution'],
    department: ['主管部门认定', 'Competent department'],
    authority: ['人事综合管理部门认定（核定）', 'Personnel authority'],
  },
  role: {
    institution: ['单位登记', 'institution'],
    department: ['主管部门', 'competent department'],
    authority: ['人事综合管理部门', 'personnel authority'],
    operator: ['运行管理', 'operator'],
    auditor: ['审计', 'auditor'],
  },
  business: {
    appraisal_excellent: ['年度考核优秀', 'Excellent in the annual appraisal'],
    commendation: ['嘉奖以上奖励', 'Commendation'],
    grade_promotion: ['等级晋升', 'Promotion in grade'],
    regularization: ['转正定级', 'Regularisation'],
    transfer_appointment: ['转岗聘用', 'Appointment to another post'],
    post_change_filing: ['岗位变动备案', 'Filing of a change of post'],
    contract_renewal: ['续签聘用合同', 'Renewal of the contract'],
    skill_grade_exam: ['工勤岗位等级考试', 'Skill grade examination'],
  },
  verdict: {
    allow: ['可以办理', 'may go ahead'],
    hold: ['尚在期限内', 'on hold, still in time'],
    review: ['需人工审核', 'a person must judge'],
    refuse: ['暂不能办理', 'refused'],
  },
  certificateKind: {
    annual: ['年度培训合格证书', 'Annual certificate'],
    induction: ['岗前培训合格证书', 'Induction certificate'],
    transfer: ['转岗培训合格证书', 'Transfer certificate'],
  },
  certificateStatus: {
    valid: ['有效', 'valid'],
    revoked: ['已撤销', 'revoked'],
    corrected: ['已更正', 'corrected'],
  },
  status: {
    in_review: ['办理中', 'in review'],
    on_hold: ['等待完成培训', 'on hold'],
    returned: ['已退回修改', 'returned'],
    withdrawn: ['已撤回', 'withdrawn'],
    rejected: ['未予办理', 'rejected'],
    approved: ['已同意', 'approved'],
  },
  act: {
    submit: ['提交申请', 'submitted'],
    resubmit: ['修改后重新提交', 'resubmitted'],
    approve: ['同意', 'approved'],
    return: ['退回修改', 'returned'],
    reject: ['不予办理', 'rejected'],
    withdraw: ['撤回', 'withdrew'],
    remind: ['催办', 'reminded'],
    escalate: ['逾期提醒负责人', 'told the head of the desk'],
    reassign: ['转办', 'handed on'],
    credit: ['学时计入台账', 'entered in the ledger'],
    record: ['记入台账', 'put on record'],
    hold: ['等待完成培训', 'waits for its training'],
    resume: ['培训完成，继续办理', 'goes on: the training is complete'],
    refuse: ['未予办理', 'refused'],
  },
  postType: {
    management: ['管理岗位', 'management'],
    professional: ['专业技术岗位', 'professional'],
    worker: ['工勤技能岗位', 'worker'],
  },
  kind: {
    research_project: ['承担课题项目', 'research project'],
    degree_course: ['学历学位教育', 'degree course'],
    qualification_exam: ['职业资格考试', 'qualification examination'],
    skill_grade_exam: ['工勤技能等级考试', 'skill grade examination'],
    entrepreneurship_leave: ['离岗创业', 'entrepreneurship leave'],
    discretionary: ['视情况认定', 'discretionary'],
    post_type: ['岗位类别变动', 'another type of post'],
    duties: ['岗位职责变动', 'other duties'],
  },
  organisationKind: {
    authority: ['人事综合管理部门', 'personnel authority'],
    department: ['主管部门', 'competent department'],
    institution: ['事业单位', 'institution'],
  },
  level: { region: ['自治区级', 'region'], city: ['盟市级', 'city'], county: ['旗县级', 'county'] },
  activity: {
    practice: ['继续教育实践', 'Practice'],
    conference: ['学术会议', 'Conference'],
    lecture: ['学术讲座', 'Lecture'],
    visit: ['学术访问', 'Visit'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Pair>>>>

/** The word for a name in the reader's language; a name that is not known yet stands for itself. */
export const term = (of: keyof typeof terms, name: string, language: Language): string => {
  const table: Readonly<Record<string, Pair>> = terms[of]
  return table[name]?.[language === 'zh' ? 0 : 1] ?? name
}

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
