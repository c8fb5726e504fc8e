import type { DrawView } from '../../shared/api/types.gen.ts'
import type { Language } from '../../shared/language.ts'
import { fill } from '../preferences.tsx'

const words = {
  zh: {
    counts: '按线索 {sign}，随机 {lot}。',
    fewSigns: '按线索少抽 {missing} 条：名单里有线索的只有 {signed} 条。',
    fewSignsUnknown: '按线索少抽 {missing} 条：名单里有线索的不够。',
    fewLot: '随机少抽 {missing} 条：名单里其余的已全部抽取。',
  },
  en: {
    counts: '{sign} by signs, {lot} by lot.',
    fewSigns: '{missing} fewer by signs: {signed} of the frame have one.',
    fewSignsUnknown: '{missing} fewer by signs: not enough of the frame have one.',
    fewLot: '{missing} fewer by lot: all others of the frame were drawn.',
  },
} as const

/** How many were drawn in which way, and why fewer than were asked for; null before anything is drawn. */
export const drawnText = (
  { bySign, byLot, counts }: Pick<DrawView, 'bySign' | 'byLot' | 'counts'>,
  language: Language,
): string | null => {
  if (counts === null) return null
  const say = words[language]
  const { withSigns: signed } = counts
  const texts = [fill(say.counts, { sign: counts.bySign, lot: counts.byLot })]
  const missing = bySign - counts.bySign
  if (missing > 0)
    texts.push(
      signed === null ? fill(say.fewSignsUnknown, { missing }) : fill(say.fewSigns, { missing, signed }),
    )
  if (counts.byLot < byLot) texts.push(fill(say.fewLot, { missing: byLot - counts.byLot }))
  return texts.join(' ')
}
