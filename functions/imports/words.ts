import type { Text } from '../../rules/text.ts'

/** Where a fault is of no one column. */
export const WHOLE_ROW = '整行'

/** The column that says, in a file of failed rows, what is wrong with each. */
export const FAULT_COLUMN = '错误说明'

/** What is wrong with the rows of a list. */
export const rowFaults = {
  needed: { zh: '此项必填。', en: 'This is required.' },
  neededOfNew: { zh: '新登记人员此项必填。', en: 'This is required of a new person.' },
  noDay: {
    zh: '日期应为真实存在的日期，例如 2026-03-16。',
    en: 'This must be a day of the calendar, like 2026-03-16.',
  },
  noYesOrNo: { zh: '请填写“是”或“否”。', en: 'Write 是 (yes) or 否 (no).' },
  noPopulation: {
    zh: '请填写：事业单位工作人员，或机关（参公单位）工勤人员。',
    en: 'Write 事业单位工作人员 or 机关（参公单位）工勤人员.',
  },
  otherPopulation: {
    zh: '与单位的类别不符。人员范围随单位确定，可以不填。',
    en: 'The body is of another kind. Whose staff they are follows from it: leave this empty.',
  },
  noPostType: { zh: '请填写：管理、专业技术或工勤技能。', en: 'Write 管理, 专业技术 or 工勤技能.' },
  addressTaken: {
    zh: '这个邮箱已经有账号，一个邮箱一个账号。请填写本人的邮箱；是本人账号的，请把“邀请”留空，导入后在账号页面关联人员。',
    en: 'This address has an account, and each address has one. Give the person’s own; where the account is theirs, leave 邀请 empty and link it to them on its page.',
  },
  addressRepeated: (row: number): Text => ({
    zh: `与第 ${row} 行的邮箱相同，一个邮箱一个账号。`,
    en: `The same address as row ${row}, and each address has one account.`,
  }),
  sameRowTwice: { zh: '与前面的行是同一个人。', en: 'An earlier row is of the same person.' },
  noYear: { zh: '请填写年度，例如 2025。', en: 'Write a year, like 2025.' },
  noChange: {
    zh: '转岗培训要对应一次岗位变动：没有找到，或者不止一次，请在“岗位变动日期”列填写变动的日期。',
    en: 'A transfer training prepares for a change of post: there is none, or more than one. Write the day of the change in the column 岗位变动日期.',
  },
  noNumber: { zh: '请填写数字。', en: 'Write a number.' },
  halfATerm: { zh: '聘期的开始和结束应同时填写。', en: 'A term has both a start and an end.' },
  noLeave: { zh: '请填写：病假、产假或离岗创业。', en: 'Write 病假, 产假 or 离岗创业.' },
  halfAPeriod: { zh: '填写了结束日期的，请填写开始日期。', en: 'A period with an end has a start.' },
  endFirst: { zh: '结束日期不能早于开始日期。', en: 'The end cannot come before the start.' },
  postWithoutType: {
    zh: '填写了岗位起止日期的，请在“岗位类型”列填写这段时间的岗位。',
    en: 'With the dates of a post goes its type, in the column 岗位类型.',
  },
  needsDocument: {
    zh: '在册人员的这一项须附文件、由人事综合管理部门确认：请上传依据文件，导入时会逐项提交“人员信息变更”。',
    en: 'Of someone on record this takes a document and the authority’s confirmation: upload it, and each becomes a filing.',
  },
  unwritable: {
    zh: '没有填写邮箱，不能邀请。',
    en: 'Without an address nobody can be invited.',
  },
  numberRepeated: { zh: '工号与前面的行重复。', en: 'An earlier row has the same number.' },
  personRepeated: { zh: '与另一行重复。', en: 'Another row has the same person.' },
  nobody: { zh: '本单位没有这名人员，请核对工号。', en: 'Nobody at this institution has this number.' },
  anotherName: {
    zh: '姓名与工号对应的人员不一致，请核对。',
    en: 'The name is not that of the person with this number.',
  },
  noColumn: (name: string): Text => ({ zh: `缺少“${name}”列。`, en: `The column “${name}” is missing.` }),
  columnHidden: (name: string): Text => ({
    zh: `“${name}”列被隐藏了，请取消隐藏后重新上传。`,
    en: `The column “${name}” is hidden. Show it and upload the file again.`,
  }),
  errorCell: (value: string): Text => ({
    zh: `单元格里是公式错误（${value}），不是内容。请改成正确的内容。`,
    en: `The cell holds an error of a formula (${value}), not what belongs there. Write it yourself.`,
  }),
  monthAlone: {
    zh: '只写了年月，请补上具体日期，例如 2026-03-16。',
    en: 'This is a month alone. Write the day as well, like 2026-03-16.',
  },
  noResult: {
    zh: '请填写合格、不合格、优秀、良好等结果，或 0 至 100 的成绩。',
    en: 'Write a result (合格, 不合格, 优秀 …) or a mark from 0 to 100.',
  },
  noHalfDays: {
    zh: '出勤天数按半天计，请填写 0.5 的倍数。',
    en: 'Days count by halves: write a multiple of 0.5.',
  },
  numberNeededOfNew: {
    zh: '本单位没有同名且同日聘用的人员；新登记人员请填写工号。',
    en: 'Nobody here has this name and day of hiring; a new person needs a staff number.',
  },
  sameNameTwice: {
    zh: '本单位有不止一名同名且同日聘用的人员，请填写工号。',
    en: 'More than one person here has this name: write the staff number.',
  },
  hosted: {
    zh: '没有这样的其他单位人员。挂职、借调人员请写明所在单位（名称或编号）、工号和姓名，三项都要与其名册一致。',
    en: 'No such person of another institution. Of seconded staff give institution, staff number and name, each as on their register.',
  },
  hostedUnfit: {
    zh: '这一行与培训的日期、半天数（学时）或此人的登记不符。请核对；看不出问题的，请其所在单位核对后申报。',
    en: 'The row does not fit the training’s days or hours, or their record. Check it; where it looks right, their own institution can look and claim it.',
  },
  nobodyNamed: {
    zh: '本单位没有这个姓名的人员，请核对，或填写工号。',
    en: 'Nobody at this institution has this name. Check it, or write the staff number.',
  },
  asked: {
    zh: '可能与在册人员是同一个人，请在预览中选择后再导入。',
    en: 'This may be someone on record: choose in the preview, then import.',
  },
  notACandidate: {
    zh: '所选的人员与这一行不符，请重新预览后再选。',
    en: 'Whom you chose is none of those in question. Preview anew and choose again.',
  },
} as const

/** Why something was filed, or someone invited, where a file of persons said so. */
export const personFileActs = {
  filed: { zh: '按人员名册批量提交', en: 'By a file of persons' },
  invited: { zh: '按人员名册批量邀请', en: 'By a file of persons' },
} as const

/** Why an organisation was entered or changed, where a file said so. */
export const organisationActs = {
  imported: { zh: '按机构名单批量导入', en: 'By a file of organisations' },
} as const

/** What is wrong with the rows of a list of organisations. */
export const organisationFaults = {
  noKind: {
    zh: '请填写：事业单位、主管部门或人事综合管理部门。',
    en: 'Write 事业单位, 主管部门 or 人事综合管理部门.',
  },
  noLevel: { zh: '请填写：自治区级、盟市级或旗县级。', en: 'Write 自治区级, 盟市级 or 旗县级.' },
  neededOfNew: { zh: '新登记的机构此项必填。', en: 'This is required of a new organisation.' },
  numberRepeated: (row: number): Text => ({
    zh: `与第 ${row} 行的编号重复。`,
    en: `Row ${row} has the same number.`,
  }),
  sameTwice: (row: number): Text => ({
    zh: `与第 ${row} 行是同一个机构。`,
    en: `Row ${row} is of the same organisation.`,
  }),
  unknownAbove: {
    zh: '文件中和登记册中都没有这个机构。请核对名称或编号，或先登记它。',
    en: 'Neither the file nor the register has this organisation. Check its name or number, or register it first.',
  },
  unknownAboveOf: (names: readonly string[]): Text => ({
    zh: `没有登记这个名称的机构。指的是${quoted(names).zh}的，请改成登记的名称或编号；别的请先登记它。`,
    en: `Nothing is registered by this name. If ${quoted(names).en} is meant, write the name or number on record; else register it first.`,
  }),
  severalAbove: {
    zh: '有不止一个机构叫这个名称，请改填机构编号。',
    en: 'Several organisations have this name: write the number instead.',
  },
  aboveAtFault: (row: number): Text => ({
    zh: `它的上级在第 ${row} 行，那一行还不能登记。`,
    en: `What it stands under is in row ${row}, which cannot be entered yet.`,
  }),
  inCircle: { zh: '上下级关系绕成了一圈。', en: 'It would stand above itself.' },
  populationFixed: {
    zh: '登记的类别不同。名册上还没有人员的，请在机构页面修改。',
    en: 'It is on record as another kind of body. While nobody is on its register, change it on its page.',
  },
  kindFixed: { zh: '已登记机构的类别不能改变。', en: 'The kind of a registered organisation stays.' },
  notYours: {
    zh: '这个机构不在您的管辖范围内，不能由您登记或修改。',
    en: 'It does not stand below you: you may neither register nor change it.',
  },
} as const

/** Why someone was invited, or given a seat, where a file said so. */
export const seatActs = { imported: { zh: '按席位名单批量邀请', en: 'By a file of seats' } } as const

/** What is wrong with the rows of a list of seats. */
export const seatFaults = {
  noRole: {
    zh: '请填写：经办、审计或运行管理；不填的按机构类别办理审批。',
    en: 'Write 经办, 审计 or 运行管理; empty is the desk of the organisation.',
  },
  nowhere: {
    zh: '没有找到这个机构，请核对；按名称找不到的请改填机构编号。',
    en: 'No such organisation was found. Check it; where the name does not do, write its number.',
  },
  several: {
    zh: '有不止一个机构叫这个名称，请改填机构编号。',
    en: 'Several organisations have this name: write the number instead.',
  },
  wrongRole: { zh: '这个机构没有这种席位。', en: 'The organisation has no such seat.' },
  sameTwice: (row: number): Text => ({ zh: `与第 ${row} 行重复。`, en: `The same as row ${row}.` }),
  anotherName: {
    zh: '这个邮箱的账号姓名不同，请核对邮箱。',
    en: 'The account with this address has another name: check the address.',
  },
  unknownHolder: {
    zh: '这个邮箱已经有账号，不在您管辖的机构。请由上级机构把席位给那个账号，或填写别的邮箱。',
    en: 'This address has an account elsewhere than at your organisations. Ask an office above both to give that account the seat, or give another address.',
  },
  ended: {
    zh: '这个邮箱的账号已停用，请先在“账号”中恢复，或填写别的邮箱。',
    en: 'The account with this address is suspended: resume it first, or give another address.',
  },
} as const

/** How an earlier platform said that a year had ended. */
export const historyResults = {
  met: { zh: '合格', en: 'passed' },
  deemed: { zh: '视同完成', en: 'deemed complete' },
  missed: { zh: '不合格', en: 'not passed' },
} as const

/** What is wrong with what an earlier platform says of a year. */
export const historyFaults = {
  noYear: { zh: '请填写四位年份，例如 2025。', en: 'Write the year in four digits, like 2025.' },
  noResult: { zh: '请填写：合格、不合格或视同完成。', en: 'Write 合格, 不合格 or 视同完成.' },
  noHours: {
    zh: '学时至多一位小数，且不超过 1000。',
    en: 'Hours have at most one decimal, and are no more than 1,000.',
  },
  longNumber: { zh: '证书编号至多 100 个字符。', en: 'A certificate’s number has at most 100 characters.' },
  yearNotOver: {
    zh: '只接收已结束年度的学时；本年度的学时请按培训班名册或逐项申报。',
    en: 'Only years that are over are taken over; hours of the running year are claimed, singly or by class roster.',
  },
  beforeHiring: {
    zh: '早于本人聘用年度，请核对年度或登记的聘用日期。',
    en: 'The year is before the hiring: check it, or the day of hiring on the register.',
  },
  deemed: {
    zh: '视同完成而没有学时的年度，请在“新建申请”中按第39条申报视同完成。',
    en: 'A year that was deemed complete without hours is filed as such (Art. 39), by a new request.',
  },
  nothing: { zh: '没有学时，不需要接收。', en: 'There are no hours to take over.' },
  sameYearTwice: {
    zh: '与前面的行是同一人的同一年度。',
    en: 'An earlier row is of the same person and year.',
  },
  noProof: {
    zh: '请上传一份依据文件，例如原平台导出并盖章的学时记录。',
    en: 'Upload one document that proves it, such as the earlier platform’s signed record.',
  },
  otherOnRecord: (hours: number): Text => ({
    zh: `这一年度已从原平台接收 ${hours} 学时；有误的，请由上级人事综合管理部门更正台账。`,
    en: `${hours} hours of this year were taken over already; a mistake is corrected in the ledger by the authority above.`,
  }),
} as const

/** What a filing of an earlier platform's hours says of itself. */
export const historyActs = {
  title: (year: number, subject: 'public' | 'professional'): string =>
    `原平台 ${year} 年度${subject === 'public' ? '公共科目' : '专业科目'}学时`,
} as const

/** What a file may be a list of. */
export const importKinds = {
  persons: { zh: '人员名册', en: 'Persons' },
  roster: { zh: '培训班名册', en: 'Class roster' },
  organisations: { zh: '机构名单', en: 'Organisations' },
  seats: { zh: '席位名单', en: 'Seats' },
  history: { zh: '原平台学时', en: 'Hours of earlier years' },
} as const

export const yesAndNo = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const

/** What the second sheet of a template says. */
export const templateWords = {
  sheet: { zh: '填写说明', en: 'How to fill it in' },
  column: { zh: '列', en: 'Column' },
  needed: { zh: '必填', en: 'Needed' },
  yes: { zh: '是', en: 'yes' },
  takes: { zh: '可以填写', en: 'Takes' },
  alsoCalled: { zh: '也认得这些列名', en: 'Also known as' },
  example: {
    zh: '名单中灰色的一行是示例，导入时会自动略过；也可以直接用本单位已有的表格导入。',
    en: 'The row in grey is an example and is left out; a list of your own can be imported as well.',
  },
  day: {
    zh: '日期，例如 2026-03-16、2026/3/16、2026年3月16日',
    en: 'a day, like 2026-03-16, 2026/3/16',
  },
  staffNo: { zh: '本单位的工号，不得使用身份证号码', en: 'the institution’s own number, no identity number' },
  name: { zh: '姓名', en: 'the name' },
  institution: {
    zh: '学员所在单位的名称或编号；一个单位的名册不填',
    en: 'name or number of the participant’s institution; empty in the list of one institution',
  },
  makeUpFor: { zh: '补训的填写补哪一年，例如 2025', en: 'the year that it makes up for, like 2025' },
  forChange: {
    zh: '转岗培训对应的岗位变动日期；只有一次变动的可以不填',
    en: 'of a transfer training the day of the change of post; may be empty where there is one alone',
  },
  result: { zh: '是、否、合格、不合格、优秀等，或 0 至 100 的成绩', en: 'yes or no, a grade, or a mark' },
  number: { zh: '数字', en: 'a number' },
  invite: {
    zh: '填“是”的，登记后把开通账号的邀请发到邮箱',
    en: 'with 是 the invitation to an account goes to the address',
  },
  organisationNumber: {
    zh: '统一社会信用代码或自定编号；没有的可以不填，按名称识别',
    en: 'the unified social credit code or a number of your own; without one the name tells it',
  },
  organisationName: { zh: '机构全称', en: 'the full name' },
  above: {
    zh: '编号或名称。事业单位填同级人事综合管理部门；部门填上一级的同类部门，没有的不填',
    en: 'number or name: of an institution its personnel authority, else the authority or department right above',
  },
  department: {
    zh: '编号或名称；只有事业单位填，没有的不填',
    en: 'number or name; of institutions alone, where there is one',
  },
  organisation: { zh: '机构的编号或名称', en: 'number or name of the organisation' },
  email: { zh: '本人的邮箱，邀请发到这里', en: 'their own address: the invitation goes there' },
  mobile: { zh: '登录服务按手机号码识别人员的填写', en: 'where the sign-in knows people by it' },
  pastYear: { zh: '已结束的年度，四位数字', en: 'a year that is over, in four digits' },
  yearResult: { zh: '合格、不合格或视同完成', en: '合格, 不合格 or 视同完成' },
  oldCertificate: {
    zh: '原平台已发的年度合格证书编号；填写的，本平台不再发这一年度的证书',
    en: 'the number of the year’s certificate there; none is issued here then',
  },
  regionCode: { zh: '6 位或 12 位数字，可以不填', en: 'six or twelve digits, or nothing' },
} as const

/** What is wrong with a file as a whole. */
export const fileFaults = {
  old: {
    zh: '这是旧版 Excel 文件（.xls），或设有打开密码。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”且不设密码，再重新上传。',
    en: 'This is an old Excel file (.xls), or one with a password. Open it in Excel or WPS, save it as an “Excel Workbook (.xlsx)” without a password, and upload that.',
  },
} as const

/** As many rows as a note names. */
const NAMED = 20

const rowsNamed = (numbers: readonly number[]): Text => {
  const list = numbers.slice(0, NAMED)
  const more = numbers.length > NAMED
  return {
    zh: `第 ${list.join('、')} 行${more ? `等共 ${numbers.length} 行` : ''}`,
    en: `${numbers.length === 1 ? 'Row' : 'Rows'} ${list.join(', ')}${more ? ` and more, ${numbers.length} in all,` : ''}`,
  }
}

const rowsNote =
  (zh: string, en: string) =>
  (numbers: readonly number[]): Text => {
    const rows = rowsNamed(numbers)
    return { zh: `${rows.zh}${zh}`, en: `${rows.en} ${en}` }
  }

const quoted = (names: readonly string[]): Text => ({
  zh: names.map((name) => `“${name}”`).join('、'),
  en: names.map((name) => `“${name}”`).join(', '),
})

/** What was read otherwise than it may look to whoever sent the file. */
export const readNotes = {
  sheetChosen: (name: string, others: readonly string[]): Text => ({
    zh: `读取的是工作表“${name}”；没有读取：${quoted(others).zh}。`,
    en: `The sheet “${name}” was read; not read: ${quoted(others).en}.`,
  }),
  sheetsFitting: (names: readonly string[]): Text => ({
    zh: `${quoted(names).zh}也有同样的列。一次只读取一个工作表，其余的请另存后分别导入。`,
    en: `${quoted(names).en} has the same columns. One sheet is read at a time: save the others as files of their own.`,
  }),
  sheetsHidden: (names: readonly string[]): Text => ({
    zh: `隐藏的工作表没有读取：${quoted(names).zh}。`,
    en: `Hidden sheets were not read: ${quoted(names).en}.`,
  }),
  columnsHidden: (names: readonly string[]): Text => ({
    zh: `隐藏的列没有读取：${quoted(names).zh}。需要的话，请取消隐藏后重新上传。`,
    en: `Hidden columns were not read: ${quoted(names).en}. Show them and upload the file again if they are meant.`,
  }),
  merged: (ranges: readonly string[]): Text => ({
    zh: `合并的单元格 ${ranges.join('、')}，其中每一行都按同样的内容读取。`,
    en: `Of the merged cells ${ranges.join(', ')} every row was read as holding the same.`,
  }),
  marks: (count: number): Text => ({
    zh: `${count} 行填写的是成绩分数，60 分及以上按合格读取。`,
    en: `${count} rows have marks: 60 and more was read as passed.`,
  }),
  failed: (count: number): Text => ({
    zh: `${count} 行考核不合格：记入台账，不计学时。`,
    en: `${count} rows were not passed: they stand in the ledger, without hours.`,
  }),
  daysAsHalfDays: {
    zh: '“出勤天数”按 1 天折合 2 个半天读取。',
    en: 'Days of attendance were read as two half-days each.',
  },
  rowsLeft: {
    hidden: rowsNote(
      '被隐藏或筛选掉了，没有读取。需要导入的，请取消隐藏或清除筛选后重新上传。',
      'hidden or filtered out: not read. Show them and upload the file again if they are meant.',
    ),
    example: rowsNote('是模板的示例，没有读取。', 'the template’s example: not read.'),
    total: rowsNote('是合计行，没有读取。', 'a sum: not read.'),
    signature: rowsNote('是落款或说明，没有读取。', 'a signature or a remark: not read.'),
    header: rowsNote('重复了表头，没有读取。', 'the header again: not read.'),
    empty: rowsNote('没有填写可识别的内容，没有读取。', 'nothing in any column that is known: not read.'),
  },
} as const

/** Names that no certificate can be issued in: they are entered, and can be changed afterwards. */
export const nameNotes = {
  undrawable: rowsNote(
    '的名称里有证书印不出的字，导入后不能生成证书。请核对用字，或改用规范汉字。',
    'a name with a character that no certificate can print: none will be issued. Please look at its characters.',
  ),
} as const

/** What to look at before an earlier platform's years are filed. */
export const historyNotes = {
  short: rowsNote(
    '的学时按现行规定不足一个年度（合计 90、公共 30、专业 60 学时）。接收后这一年度仍显示未完成；原平台认定视同完成的，请另行申报。',
    'by the rules in force, the hours are too few for a year (90, of which 30 public and 60 professional). It stays incomplete; what was deemed complete there is filed as such.',
  ),
} as const
