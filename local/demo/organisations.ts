import type { Organisation } from '../../functions/organisations/organisation.ts'
import { type Place, places } from './regions.ts'

export type Sector = 'education' | 'health' | 'agriculture' | 'culture'

/** The competent departments of a sector, as people name them; counties have those of the first two alone. */
const departmentNames: Readonly<Record<Sector, { region: string; below: string; inCounties: boolean }>> = {
  education: { region: '教育厅', below: '教育局', inCounties: true },
  health: { region: '卫健委', below: '卫健委', inCounties: true },
  agriculture: { region: '农牧厅', below: '农牧局', inCounties: false },
  culture: { region: '文旅厅', below: '文旅局', inCounties: false },
}
const sectors: readonly Sector[] = ['education', 'health', 'agriculture', 'culture']

export const authorityId = (code: string): string => `authority-${code}`
export const departmentId = (code: string, sector: Sector): string => `department-${code}-${sector}`

const byCode: ReadonlyMap<string, Place> = new Map(places.map((place) => [place.code, place]))

/** A place and all above it, the nearest first. */
const upwards = (place: Place): Place[] => {
  const above = place.parent === undefined ? undefined : byCode.get(place.parent)
  return above ? [place, ...upwards(above)] : [place]
}

const isRun = (sector: Sector, { level }: Place): boolean =>
  level !== 'county' || departmentNames[sector].inCounties

/** A sector's departments from a place upwards, the nearest first. */
const departmentsFrom = (place: Place, sector: Sector): string[] =>
  upwards(place)
    .filter((above) => isRun(sector, above))
    .map(({ code }) => departmentId(code, sector))

const authoritiesFrom = (place: Place): string[] => upwards(place).map(({ code }) => authorityId(code))

/** An organisation under the ones given, the nearest first. */
const under = (
  [parentId, ...further]: readonly string[],
  organisation: Pick<Organisation, 'id' | 'name' | 'kind' | 'level'>,
): Organisation =>
  parentId === undefined
    ? { ...organisation, overseers: [] }
    : { ...organisation, parentId, overseers: [parentId, ...further] }

/** The region is not called by its full name in the names of its organisations. */
const shortName = ({ level, name }: Place): string => (level === 'region' ? '自治区' : name)

const authorityOf = (place: Place): Organisation =>
  under(authoritiesFrom(place).slice(1), {
    id: authorityId(place.code),
    name: `${shortName(place)}${place.level === 'region' ? '人社厅' : '人社局'}`,
    kind: 'authority',
    level: place.level,
  })

const departmentsOf = (place: Place): Organisation[] =>
  sectors
    .filter((sector) => isRun(sector, place))
    .map((sector) => {
      const { region, below } = departmentNames[sector]
      return under(departmentsFrom(place, sector).slice(1), {
        id: departmentId(place.code, sector),
        name: `${shortName(place)}${place.level === 'region' ? region : below}`,
        kind: 'department',
        level: place.level,
      })
    })

/** Every personnel authority and competent department of the region. */
export const administration: readonly Organisation[] = places.flatMap((place) => [
  authorityOf(place),
  ...departmentsOf(place),
])

/** An institution at a place; without a sector it has no competent department (its requests go to the authority). */
const institutionAt = (place: Place, id: string, name: string, sector?: Sector): Organisation => {
  const departments = sector === undefined ? [] : departmentsFrom(place, sector)
  const [department] = departments
  return {
    id,
    name,
    kind: 'institution',
    level: place.level,
    ...(department === undefined ? {} : { departmentId: department }),
    authorityId: authorityId(place.code),
    overseers: [...departments, ...authoritiesFrom(place)],
  }
}

const place = (code: string): Place => {
  const found = byCode.get(code)
  if (found === undefined) throw new RangeError(`The data has no place ${code}.`)
  return found
}

/** The two institutions that have demo accounts. */
export const QINGCHENG = 'institution-qingcheng'
export const LUMING = 'institution-luming'
const namedInstitutions: readonly Organisation[] = [
  institutionAt(place('1501'), QINGCHENG, '青城实验中学', 'education'),
  institutionAt(place('150203'), LUMING, '昆都仑区鹿鸣小学', 'education'),
]

const kinds: readonly { readonly name: string; readonly sector?: Sector }[] = [
  { name: '小学', sector: 'education' },
  { name: '医院', sector: 'health' },
  { name: '农牧技术推广站', sector: 'agriculture' },
  { name: '图书馆', sector: 'culture' },
  { name: '公共资源交易中心' },
  { name: '中学', sector: 'education' },
  { name: '社区卫生服务中心', sector: 'health' },
  { name: '博物馆', sector: 'culture' },
  { name: '职业技术学校', sector: 'education' },
  { name: '草原工作站', sector: 'agriculture' },
  { name: '地震监测中心' },
]
const words: readonly string[] = ['鸿雁', '敕勒川', '萨日朗', '白桦', '河套', '云杉', '晨光', '敖包', '长调']

/** Where institutions stand, in turn: cities have more of them than the region, and every fifth county has one. */
const sites: readonly Place[] = [
  ...places.filter(({ level }) => level !== 'county'),
  ...places.filter(({ level }) => level === 'city'),
  ...places.filter(({ level }) => level === 'city'),
  ...places.filter(({ level }) => level === 'county').filter((_, position) => position % 5 === 0),
]

const one = <T>(list: readonly T[], position: number): T => {
  const found = list[position % list.length]
  if (found === undefined) throw new RangeError('Nothing to choose from.')
  return found
}

/** The institutions of a demo of so many persons: several dozens, and one to twelve persons where there are many. */
export const institutionsFor = (persons: number): Organisation[] => {
  const institutions = [...namedInstitutions]
  const uses = new Map<string, number>()
  const wanted = Math.max(namedInstitutions.length + sites.length, Math.ceil(persons / 12))
  for (let position = 0; institutions.length < wanted; position += 1) {
    const site = one(sites, position)
    const kind = one(kinds, position)
    const called = `${shortName(site)}${one(words, position)}`
    const use = (uses.get(called + kind.name) ?? 0) + 1
    uses.set(called + kind.name, use)
    const id = `institution-${String(position + 1).padStart(5, '0')}`
    institutions.push(
      institutionAt(site, id, `${called}${use > 1 ? `第${use}` : ''}${kind.name}`, kind.sector),
    )
  }
  return institutions
}
