import type { Text } from '../../rules/text.ts'
import { spanText } from '../platform/words.ts'

/** Told to the desks: an online training whose provider is not named, or not listed at its dates (Art. 41). */
export const providerNotices = {
  unnamed: (from: string, to: string): Text => ({
    zh: `${spanText(from, to).zh} 的线上专业科目培训没有填写培训机构，请核对（第41条）。`,
    en: `The online professional training of ${spanText(from, to).en} names no provider: please check (Art. 41).`,
  }),
  unlisted: (provider: string, from: string, to: string): Text => ({
    zh: `“${provider}”在 ${spanText(from, to).zh} 不在自治区确定的网络培训机构名单内，请核对（第41条）。`,
    en: `“${provider}” is not on the region's list of online providers on ${spanText(from, to).en}: please check (Art. 41).`,
  }),
} as const

export const registerFaults = {
  clientTaken: {
    zh: '这个客户端编号已登记在另一个网络培训机构名下。',
    en: 'This client id stands at another provider already.',
  },
  noSigningKey: {
    zh: '请粘贴机构的公钥（PEM 文本，Ed25519 或 P-256），不要粘贴私钥。',
    en: 'Paste the provider’s public key (PEM, Ed25519 or P-256), never a private one.',
  },
  yearClosed: { zh: '该年度已经关账。', en: 'This year has been closed.' },
  notBefore: (day: string): Text => ({ zh: `应不早于 ${day}。`, en: `Not before ${day}.` }),
  notAfter: (day: string): Text => ({
    zh: `应不晚于 ${day}：过远的日期多为笔误。`,
    en: `Not after ${day}: a day further ahead is a slip as a rule.`,
  }),
  dayTaken: {
    zh: '已有一个版本自这一天起生效，请改用前一天或后一天。',
    en: 'Another version begins on this day: take the day before or after it.',
  },
} as const
