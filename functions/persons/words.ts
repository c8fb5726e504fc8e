/** What the fields of a person's record are called. */
export const personFields = {
  name: { zh: '姓名', en: 'Name' },
  staffNo: { zh: '工号', en: 'Staff number' },
  postType: { zh: '岗位类别', en: 'Type of post' },
  leader: { zh: '领导人员', en: 'Leader' },
  onRegister: { zh: '在册', en: 'On register' },
  hiredOn: { zh: '聘用日期', en: 'Hired on' },
  highLevelTalent: { zh: '高层次人才', en: 'High-level talent' },
  population: { zh: '人员范围', en: 'Whose staff' },
  terms: { zh: '聘期', en: 'Terms' },
  leaves: { zh: '请假', en: 'Leaves' },
  postChanges: { zh: '岗位变动', en: 'Changes of post' },
  retiresOn: { zh: '退休日期', en: 'Retires on' },
  disability: { zh: '残疾', en: 'Disability' },
  releasedTo: { zh: '同意调往', en: 'Released to' },
  institutionId: { zh: '所在单位', en: 'Institution' },
  institutionSince: { zh: '调入日期', en: 'At the institution since' },
  id: { zh: '人员编号', en: 'Number' },
  mergedInto: { zh: '并入的档案', en: 'Merged into' },
  certifiedElsewhere: { zh: '原档案的证书', en: 'Certificates of the other record' },
} as const

/** What is done to a person's record. */
export const personActs = {
  registered: { zh: '登记', en: 'registered' },
  changed: { zh: '修改', en: 'changed' },
  imported: { zh: '批量导入', en: 'imported' },
  transferred: { zh: '调动', en: 'transferred' },
  merged: { zh: '并入另一份档案', en: 'took over another record of the same person' },
  merged_away: { zh: '已并入另一份档案', en: 'merged into another record of the same person' },
  released: { zh: '同意调出', en: 'released' },
  account_invited: { zh: '邀请开通账号', en: 'invited to an account' },
  account_linked: { zh: '关联已有账号', en: 'linked to an account' },
  invitation_withdrawn: { zh: '取消账号邀请', en: 'invitation withdrawn' },
  release_withdrawn: { zh: '撤回调出', en: 'release withdrawn' },
  post_change: { zh: '岗位变动备案', en: 'change of post' },
  confirmed: { zh: '变更经确认', en: 'changed, confirmed' },
  in_force: { zh: '按日期生效', en: 'came into force' },
} as const

/** The reason on record where a change comes into force by its date. */
export const inForceReason = {
  zh: '已批准的变更按其日期生效。',
  en: 'What was approved before comes into force on its day.',
} as const

/** What is wrong with a change of a person's record. */
export const recordFaults = {
  elsewhere: {
    zh: '可能已在另一个单位的名册上：是同一人请办理调动，是另一人请勾选。',
    en: 'They may stand on another register: transfer them, or say that it is somebody else.',
  },
  institutionClosed: {
    zh: '这个单位已并入其他单位，名册不再登记人员。请到并入的单位办理。',
    en: 'This institution was merged into another one: nobody is entered on its register. Go to the other one.',
  },
  sameNameAsActor: {
    zh: '这条登记的姓名与您相同，可能就是您本人，请由别的同事或者上级办理。',
    en: 'This record bears your name and may be your own: a colleague, or the authority above, does it.',
  },
  needsConfirmation: {
    zh: '请附文件提交“人员信息变更”，由人事综合管理部门确认后生效。',
    en: 'File a change of record with a document: it takes effect when the authority has confirmed it.',
  },
  byFiling: {
    zh: '岗位类别通过岗位变动备案变更（第十八条、第四十五条）。',
    en: 'A type of post changes by the filing of a post change (Art. 18, 45).',
  },
  organWorkersOnly: {
    zh: '机关（参公单位）名册只登记工勤人员（第四十七条），其他人员的培训另有规定。',
    en: 'The register of an organ holds its workers alone (Art. 47); others have rules of their own.',
  },
  hiredAhead: {
    zh: '聘用日期不能晚于今天起一年以后。',
    en: 'The hiring cannot lie more than a year ahead.',
  },
  termsOutOfOrder: { zh: '聘期应按时间先后排列。', en: 'Terms stand in the order of their dates.' },
  retiresBeforeHiring: { zh: '退休日期应晚于聘用日期。', en: 'The retirement must come after the hiring.' },
  closed: {
    zh: '这份档案已并入另一份档案，不能再修改。',
    en: 'This record was merged into another: it is closed.',
  },
  numberTaken: { zh: '该工号已有人使用。', en: 'Someone has this staff number.' },
  notOwnInstitution: {
    zh: '只能登记本单位或下级单位的人员。',
    en: 'Register people of your own institutions.',
  },
  transferOutOfTime: {
    zh: '调动日期应在聘用日期之后，且不晚于今天。',
    en: 'A transfer lies between the hiring and today.',
  },
  noOtherInstitution: {
    zh: '没有这个单位，或就是现单位。',
    en: 'There is no such other institution.',
  },
} as const
