import { subjects } from '../platform/words.ts'
import { type Cell, cellReader, numberCell, resultCell, textCell } from './import-cells.ts'
import { byColumn, type Column, type ImportRow, type RowFault, template } from './import-table.ts'
import { historyFaults, historyResults, rowFaults, templateWords, WHOLE_ROW } from './words.ts'

/** What an earlier platform says of a person's year. */
export const historyColumns = [
  {
    field: 'staffNo',
    names: ['工号', '职工号', '职工编号', '人员工号', '人员编号', '员工编号', '教工号', 'staffNo'],
    needed: false,
    takes: templateWords.staffNo,
  },
  {
    field: 'name',
    names: ['姓名', '人员姓名', '职工姓名', '学员姓名', 'name'],
    needed: false,
    takes: templateWords.name,
  },
  {
    field: 'year',
    names: ['年度', '年份', '培训年度', '学时年度', '所属年度', 'year'],
    needed: true,
    takes: templateWords.pastYear,
  },
  {
    field: 'public',
    names: ['公共科目学时', '公需科目学时', subjects.public.zh, '公需科目', '公需学时', '公共学时', 'public'],
    needed: false,
    takes: templateWords.number,
  },
  {
    field: 'professional',
    names: ['专业科目学时', subjects.professional.zh, '专业学时', '专业课学时', 'professional'],
    needed: false,
    takes: templateWords.number,
  },
  {
    field: 'result',
    names: ['年度结果', '结果', '是否合格', '完成情况', '是否完成', '年度考核结果', '合格情况', 'result'],
    needed: false,
    takes: templateWords.yearResult,
  },
  {
    field: 'certificateNo',
    names: ['证书编号', '合格证书编号', '合格证书号', '证书号', 'certificateNo'],
    needed: false,
    takes: templateWords.oldCertificate,
  },
] as const satisfies readonly Column<string>[]
export type HistoryField = (typeof historyColumns)[number]['field']

const EXAMPLE: Partial<Record<HistoryField, string>> = {
  staffNo: 'A0001',
  name: '张三',
  year: '2025',
  public: '30',
  professional: '60',
  result: '合格',
  certificateNo: 'NM-2025-00001',
}
export const historyExample: readonly string[] = historyColumns.map(({ field }) => EXAMPLE[field] ?? '')

export const historyTemplate = (): string => template(historyColumns, historyExample)

export const historyColumnOf = (field: HistoryField): string =>
  historyColumns.find((one) => one.field === field)?.names[0] ?? WHOLE_ROW

/** How the earlier platform said that a year had ended. */
export type YearResult = keyof typeof historyResults

export interface HistoryRow {
  readonly row: number
  readonly staffNo: string
  readonly name: string
  readonly year: number
  /** Hours, with at most one decimal. */
  readonly public: number
  readonly professional: number
  readonly result: YearResult | undefined
  readonly certificateNo: string | undefined
}

/** A year as people write it: 2025, ２０２５年, 2025年度. */
const yearCell = (text: string): Cell<number> => {
  if (text === '') return { ok: true, value: undefined }
  const plain = text
    .slice(0, 20)
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replace(/年度?$/u, '')
  return /^(?:19|20)\d{2}$/.test(plain)
    ? { ok: true, value: Number(plain) }
    : { ok: false, detail: historyFaults.noYear }
}

/** 视同完成, 免修 and the like; otherwise whether the year was passed. */
const yearResultCell = (text: string): Cell<YearResult> => {
  const plain = text.slice(0, 40).normalize('NFKC').replaceAll(/\s/gu, '')
  if (/^(?:视同|视为|免|deemed)/iu.test(plain)) return { ok: true, value: 'deemed' }
  if (/^(?:已?完成|completed?)$/iu.test(plain)) return { ok: true, value: 'met' }
  if (/^(?:未完成|incomplete)$/iu.test(plain)) return { ok: true, value: 'missed' }
  const passed = resultCell(text)
  if (!passed.ok) return { ok: false, detail: historyFaults.noResult }
  return { ok: true, value: passed.value === undefined ? undefined : passed.value ? 'met' : 'missed' }
}

/** Hours with one decimal at most, no more than a year holds. */
const hoursCell = (text: string): Cell<number> => {
  const read = numberCell(text)
  if (!read.ok || read.value === undefined) return read
  return read.value <= 1000 && Number.isInteger(Math.round(read.value * 100) / 10)
    ? read
    : { ok: false, detail: historyFaults.noHours }
}

/** A certificate's number, as long as a class's may be. */
const certificateCell = (text: string): Cell<string> =>
  text.length <= 100 ? textCell(text) : { ok: false, detail: historyFaults.longNumber }

export const parseHistory = (
  { number: row, values }: ImportRow<HistoryField>,
  faults: RowFault[],
): HistoryRow | undefined => {
  const { read, blame } = cellReader(row, faults)
  const before = faults.length
  const cell = <T>(field: HistoryField, by: (text: string) => Cell<T>) =>
    read(historyColumnOf(field), values[field], by)
  const said = { staffNo: cell('staffNo', textCell) ?? '', name: cell('name', textCell) ?? '' }
  const year = cell('year', yearCell)
  const hours = {
    public: cell('public', hoursCell) ?? 0,
    professional: cell('professional', hoursCell) ?? 0,
  }
  const result = cell('result', yearResultCell)
  const certificateNo = cell('certificateNo', certificateCell)
  if (values.year === '') blame(historyColumnOf('year'), '', rowFaults.needed)
  if (said.staffNo === '' && said.name === '') blame(historyColumnOf('staffNo'), '', rowFaults.needed)
  if (faults.length > before || year === undefined) return undefined
  return { row, ...said, year, ...hours, result, certificateNo }
}

/** A row as it was understood, by the template's columns; the name is the register's where somebody was found. */
export const understoodHistory = (
  { year, public: open, professional, result, certificateNo, ...said }: HistoryRow,
  person: { readonly name: string; readonly staffNo?: string | undefined } | undefined,
): Record<string, string> =>
  byColumn<HistoryField>(historyColumns, {
    staffNo: person?.staffNo ?? said.staffNo,
    name: person?.name ?? said.name,
    year: String(year),
    public: String(open),
    professional: String(professional),
    result: result === undefined ? undefined : historyResults[result].zh,
    certificateNo,
  })
