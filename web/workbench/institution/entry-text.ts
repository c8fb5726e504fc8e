import type { LedgerEntry } from '../../shared/api/types.gen.ts'
import { day, period } from '../../shared/dates.ts'
import { fill } from '../../shared/fill.ts'
import type { Language } from '../../shared/language.ts'
import { term } from '../../shared/terms.ts'

const words = {
  zh: {
    hours: '{hours} 学时',
    halfDays: '{halfDays} 个半天（{hours} 学时）',
    makeUp: '补 {year} 年度',
    takenOver: '原平台学时',
    takenOverCertified: '原平台学时，证书 {number}',
    deemed: '{year} 年度{kind}视同完成',
    delay: '{year} 年度延迟补训，{day}同意',
    justified: '{year} 年度未完成有正当理由（第7条）',
    restored: '台账与封存记录不一致，经两人核实后恢复（移出 {removed} 条，补回 {putBack} 条）',
    void: '作废',
    begun: '学时暂停计算（未能提供证明）',
    lifted: '恢复计算：',
  },
  en: {
    hours: '{hours} {hours|hour|hours}',
    halfDays: '{halfDays} {halfDays|half-day|half-days} ({hours} {hours|hour|hours})',
    makeUp: 'makes up {year}',
    takenOver: 'from an earlier platform',
    takenOverCertified: 'from an earlier platform, certificate {number}',
    deemed: '{year} deemed complete: {kind}',
    delay: 'make-up delay for {year}, granted {day}',
    justified: '{year}: justified reason for not completing it (Art. 7)',
    restored: 'restored by two persons after it was found broken ({removed} taken out, {putBack} put back)',
    void: 'void',
    begun: 'suspended: nobody has proved it',
    lifted: 'counts again: ',
  },
} as const

const HOURS_PER_HALF_DAY = 4

type Fact = NonNullable<LedgerEntry['fact']>

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The hours that an entry holds; undefined where it holds none. */
export const hoursIn = (fact: LedgerEntry['fact']): number | undefined => {
  const credit = fact?.credit
  if (!isRecord(credit)) return undefined
  if (typeof credit.hours === 'number') return credit.hours
  return typeof credit.halfDays === 'number' ? credit.halfDays * HOURS_PER_HALF_DAY : undefined
}

const creditText = (fact: Fact, language: Language): string => {
  const say = words[language]
  const { credit } = fact
  if (!isRecord(credit)) return fact.kind
  const { subject, category, mode, from, to, halfDays, makeUpFor, takenOver } = credit
  const hours = hoursIn(fact) ?? 0
  // An earlier platform's sums say nothing of category, mode and days.
  if (isRecord(takenOver))
    return [
      term('subject', String(subject), language),
      period(String(from), String(to), language),
      fill(say.hours, { hours }),
      typeof takenOver.certificateNo === 'string'
        ? fill(say.takenOverCertified, { number: takenOver.certificateNo })
        : say.takenOver,
    ].join(' · ')
  return [
    term('subject', String(subject), language),
    `${term('category', String(category), language)}（${term('mode', String(mode), language)}）`,
    period(String(from), String(to), language),
    typeof halfDays === 'number' ? fill(say.halfDays, { halfDays, hours }) : fill(say.hours, { hours }),
    ...(typeof makeUpFor === 'number' ? [fill(say.makeUp, { year: makeUpFor })] : []),
  ].join(' · ')
}

/** What an entry of a ledger states, in a line. */
export const entryText = (
  { fact, suspension = null }: Pick<LedgerEntry, 'fact'> & Partial<Pick<LedgerEntry, 'suspension'>>,
  language: Language,
): string => {
  const say = words[language]
  if (suspension === 'begun') return say.begun
  return `${suspension === 'lifted' ? say.lifted : ''}${statedText(fact, language)}`
}

const statedText = (fact: LedgerEntry['fact'], language: Language): string => {
  const say = words[language]
  if (fact === null) return say.void
  switch (fact.kind) {
    case 'credit':
      return creditText(fact, language)
    case 'deemed': {
      const deemed = isRecord(fact.deemed) ? fact.deemed : {}
      return fill(say.deemed, {
        year: String(deemed.year),
        kind: term('kind', String(deemed.kind), language),
      })
    }
    case 'delay':
      return fill(say.delay, { year: String(fact.year), day: day(String(fact.approvedOn), language) })
    case 'justified':
      return fill(say.justified, { year: String(fact.year) })
    case 'restored':
      return fill(say.restored, {
        removed: Array.isArray(fact.removed) ? fact.removed.length : 0,
        putBack: Number(fact.putBack),
      })
    default:
      return fact.kind
  }
}
