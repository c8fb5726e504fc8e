import { type Cell, type FontStyle, writeXlsx } from 'hucre'
import type { Column } from './import-table.ts'
import { templateWords } from './words.ts'

/** Rows under the header whose cells offer what may stand there, and take numbers as texts. */
const PREPARED = 500

/** What keeps a program from taking a cell for a number. */
const TEXT = { numFmt: '@' }

const styled = (row: number, at: number, value: string, font: FontStyle): [string, Partial<Cell>] => [
  `${row},${at}`,
  { value, style: { ...TEXT, font } },
]

/** A column's letter; no template has more than twenty-six. */
const letterOf = (at: number): string => String.fromCharCode(65 + at)

/**
 * The template of an import as an Excel file: the header, an example in grey that is left out when the file comes
 * back, and a second sheet that says what each column takes. Its cells are texts, so that a staff number keeps its
 * zeros; what is one of a few words is chosen from a list.
 */
export const templateWorkbook = (
  name: string,
  columns: readonly Column<string>[],
  example: readonly string[],
): Promise<Uint8Array> => {
  const header = columns.map(({ names: [own], needed }) => (needed ? `${own}*` : own))
  return writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ names: [own] }) => ({
          width: Math.max(12, own.length * 2 + 4),
          style: TEXT,
        })),
        rows: [header, [...example]],
        cells: new Map<string, Partial<Cell>>([
          ...header.map((value, at) => styled(0, at, value, { bold: true })),
          ...example.map((value, at) => styled(1, at, value, { color: { rgb: '808080' } })),
        ]),
        freezePane: { rows: 1 },
        dataValidations: columns.flatMap(({ choices }, at) =>
          choices === undefined
            ? []
            : [
                {
                  type: 'list' as const,
                  range: `${letterOf(at)}2:${letterOf(at)}${PREPARED + 1}`,
                  values: [...choices],
                  allowBlank: true,
                },
              ],
        ),
      },
      {
        name: templateWords.sheet.zh,
        columns: [{ width: 16 }, { width: 8 }, { width: 40 }, { width: 60 }],
        rows: [
          [
            templateWords.column.zh,
            templateWords.needed.zh,
            templateWords.takes.zh,
            templateWords.alsoCalled.zh,
          ],
          ...columns.map(({ names: [own, ...others], needed, choices, takes }) => [
            own,
            needed ? templateWords.yes.zh : '',
            choices === undefined ? (takes?.zh ?? '') : choices.join('、'),
            others.filter((other) => /\p{Script=Han}/u.test(other)).join('、'),
          ]),
          [templateWords.example.zh],
        ],
      },
    ],
  })
}

/** A list as an Excel file: header first, each cell a text, the header always in sight. */
export const listWorkbook = (name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name,
        columns: (rows[0] ?? []).map((own) => ({ width: Math.max(12, own.length * 2 + 4), style: TEXT })),
        rows: rows.map((cells) => [...cells]),
        cells: new Map(
          rows.flatMap((cells, row) =>
            cells.map((value, at): [string, Partial<Cell>] => [
              `${row},${at}`,
              { value, style: { ...TEXT, ...(row === 0 ? { font: { bold: true } } : {}) } },
            ]),
          ),
        ),
        freezePane: { rows: 1 },
      },
    ],
  })
