import { NewOrganisation, OrganisationNumber, RegionCode } from '../organisations/organisations-api.ts'
import type { Text } from '../platform/language.ts'
import type { Level, OrganisationKind, Population } from '../platform/terms.ts'
import { bodies, levels, organisationKinds } from '../platform/words.ts'
import { type Cell, cellReader, schemaCell, textCell } from './import-cells.ts'
import { byColumn, type Column, type ImportRow, type RowFault, template } from './import-table.ts'
import { organisationFaults, templateWords, WHOLE_ROW } from './words.ts'

export const organisationColumns = [
  {
    field: 'number',
    names: [
      '统一社会信用代码',
      '机构编号',
      '单位编号',
      '机构代码',
      '单位代码',
      '组织机构代码',
      '编码',
      'number',
    ],
    needed: false,
    takes: templateWords.organisationNumber,
  },
  {
    field: 'name',
    names: ['机构名称', '单位名称', '单位全称', '机构全称', '单位', 'name'],
    needed: true,
    takes: templateWords.organisationName,
  },
  {
    field: 'kind',
    names: ['机构类别', '机构类型', '单位类别', '单位类型', '单位性质', 'kind'],
    needed: false,
    choices: [
      organisationKinds.institution.zh,
      bodies.organ_worker.zh,
      organisationKinds.department.zh,
      organisationKinds.authority.zh,
    ],
  },
  {
    field: 'level',
    names: ['层级', '机构层级', '单位层级', '级别', '隶属层级', 'level'],
    needed: false,
    choices: [levels.region.zh, levels.city.zh, levels.county.zh],
  },
  {
    field: 'above',
    names: [
      '上级机构',
      '上级单位',
      '上级',
      organisationKinds.authority.zh,
      '人事管理部门',
      '同级人社部门',
      'above',
    ],
    needed: false,
    takes: templateWords.above,
  },
  {
    field: 'department',
    names: [organisationKinds.department.zh, '主管单位', '举办单位', 'department'],
    needed: false,
    takes: templateWords.department,
  },
  {
    field: 'regionCode',
    names: ['行政区划代码', '区划代码', '行政区划', 'regionCode'],
    needed: false,
    takes: templateWords.regionCode,
  },
] as const satisfies readonly Column<string>[]
export type OrganisationField = (typeof organisationColumns)[number]['field']

/** The template's example; whoever leaves it in has registered nothing. */
export const organisationExample: readonly string[] = [
  '12150100MB0000000X',
  '某市第一中学',
  organisationKinds.institution.zh,
  levels.city.zh,
  '某市人力资源和社会保障局',
  '某市教育局',
  '150100',
]

export const organisationTemplate = (): string => template(organisationColumns, organisationExample)

export const organisationColumnOf = (field: string): string =>
  organisationColumns.find((one) => one.field === field)?.names[0] ?? WHOLE_ROW

/** A row in form. What it leaves empty, it leaves as it is on record. */
export interface OrganisationRow {
  readonly row: number
  readonly number?: string | undefined
  readonly name?: string | undefined
  readonly kind?: OrganisationKind | undefined
  /** Of a body that keeps a register: whose staff it holds (Art. 47). */
  readonly population?: Population | undefined
  readonly level?: Level | undefined
  /** The organisations above, by number or by name, as the file has them. */
  readonly above?: string | undefined
  readonly department?: string | undefined
  readonly regionCode?: string | undefined
}

const wrong = (detail: Text): { ok: false; detail: Text } => ({ ok: false, detail })

const oneOf =
  <T extends string>(patterns: readonly (readonly [RegExp, T])[], detail: Text) =>
  (text: string): Cell<T> => {
    if (text === '') return { ok: true, value: undefined }
    const plain = text.normalize('NFKC').replaceAll(/\s/gu, '')
    const found = patterns.find(([pattern]) => pattern.test(plain))
    return found ? { ok: true, value: found[1] } : wrong(detail)
  }

const kindCell = oneOf<OrganisationKind | 'organ'>(
  [
    [/^(?:机关(?!事业)|参公|参照公务员|organ$)/iu, 'organ'],
    [/^(?:事业单位|机关事业单位|单位|institution)/iu, 'institution'],
    [/^(?:主管部门|行业主管部门|department)/iu, 'department'],
    [/^(?:人事综合管理部门|人事管理部门|人社部门|人社局|人社厅|authority)/iu, 'authority'],
  ],
  organisationFaults.noKind,
)

const levelCell = oneOf<Level>(
  [
    [/^(?:自治区|区直|省|region)/iu, 'region'],
    [/^(?:盟市|盟|市|地市|city)/iu, 'city'],
    [/^(?:旗县|旗|县|区县|市辖区|county)/iu, 'county'],
  ],
  organisationFaults.noLevel,
)

/** A kind of body, as the register has it: an organ keeps a register as an institution does (Art. 47). */
const kindOf = (
  said: OrganisationKind | 'organ' | undefined,
): Pick<OrganisationRow, 'kind' | 'population'> => {
  switch (said) {
    case 'organ':
      return { kind: 'institution', population: 'organ_worker' }
    case 'institution':
      return { kind: said, population: 'institution' }
    default:
      return { kind: said }
  }
}

export const parseOrganisation = (
  { number: row, values }: ImportRow<OrganisationField>,
  faults: RowFault[],
): OrganisationRow | undefined => {
  const { read } = cellReader(row, faults)
  const before = faults.length
  const cell = <T>(field: OrganisationField, by: (text: string) => Cell<T>) =>
    read(organisationColumnOf(field), values[field], by)
  const said = cell('kind', kindCell)
  const parsed = {
    row,
    number: cell('number', schemaCell(OrganisationNumber)),
    name: cell('name', schemaCell(NewOrganisation.shape.name)),
    ...kindOf(said),
    level: cell('level', levelCell),
    above: cell('above', textCell),
    department: cell('department', textCell),
    regionCode: cell('regionCode', schemaCell(RegionCode)),
  }
  return faults.length > before ? undefined : parsed
}

/** A row as it was understood, by the template's columns. */
export const understoodOrganisation = ({
  kind,
  population,
  level,
  ...said
}: OrganisationRow): Record<string, string> =>
  byColumn<OrganisationField>(organisationColumns, {
    ...said,
    kind: population === undefined ? kind && organisationKinds[kind].zh : bodies[population].zh,
    level: level && levels[level].zh,
  })
