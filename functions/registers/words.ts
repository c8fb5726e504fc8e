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
  notBeforeAndAfter: (day: string, latest: string): Text => ({
    zh: `应不早于 ${day}，且晚于 ${latest}。`,
    en: `Not before ${day}, and after ${latest}.`,
  }),
} as const
