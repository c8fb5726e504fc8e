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
  noPostType: { zh: '请填写：管理、专业技术或工勤技能。', en: 'Write 管理, 专业技术 or 工勤技能.' },
  sameRowTwice: { zh: '与前面的行是同一个人。', en: 'An earlier row is of the same person.' },
  noNumber: { zh: '请填写数字。', en: 'Write a number.' },
  halfATerm: { zh: '聘期的开始和结束应同时填写。', en: 'A term has both a start and an end.' },
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

/** What a file may be a list of. */
export const importKinds = {
  persons: { zh: '人员名册', en: 'Persons' },
  roster: { zh: '培训班名册', en: 'Class roster' },
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
  result: { zh: '是、否、合格、不合格、优秀等，或 0 至 100 的成绩', en: 'yes or no, a grade, or a mark' },
  number: { zh: '数字', en: 'a number' },
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
