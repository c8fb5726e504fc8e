import type { Text } from '../platform/language.ts'
import type { FlagCode } from '../requests/flag.ts'

/** What a desk should look at before it decides, by its code (`requests/flag.ts`): what lists are filtered by. */
export const flagNames = {
  TWIN: { zh: '可能重复申报', en: 'likely claimed twice' },
  DAYS_FULL: { zh: '当天学时已满', en: 'days already full' },
  CAP_REACHED: { zh: '活动超过年度上限', en: 'above an activity’s yearly limit' },
  NO_PROOF: { zh: '没有证明材料', en: 'no proof' },
  UNLIKELY_HOURS: { zh: '学时偏多', en: 'unlikely hours' },
  PROVIDER_UNLISTED: { zh: '机构不在名单内', en: 'provider not listed' },
  YEAR_CLOSED: { zh: '年度已经结算', en: 'year closed' },
  ON_RECORD: { zh: '与登记的情况有关', en: 'about what is on record' },
  CHANGED: { zh: '退回后重新提交', en: 'sent again after a return' },
} as const satisfies Record<Exclude<FlagCode, 'LEDGER_BROKEN' | 'NOTE'>, Text>
