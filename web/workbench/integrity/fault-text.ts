import { fill } from '../../shared/fill.ts'
import type { Language } from '../../shared/language.ts'

const words = {
  zh: {
    seal: '封存记录与写入时不一致',
    entry: '第 {place} 条记录与前后不相连',
    end: '末尾与封存的不一致',
    record: '人员或证书记录与封存的不一致',
    unreadable: '有记录无法读取',
    'rolled back': '比最近一次签名根所证明的少或不同',
    gone: '签名根所证明的人员记录不见了',
  },
  en: {
    seal: 'the sealed standing is not as it was written',
    entry: 'entry {place} does not follow from the one before it',
    end: 'it does not end as was sealed',
    record: 'the person or a certificate is not as was sealed',
    unreadable: 'an entry can not be read',
    'rolled back': 'the last signed root knows more, or something else',
    gone: 'the last signed root knows a person whose record is gone',
  },
} as const

/** What is wrong with a ledger, in words; a fault without words as it is. */
export const faultText = (fault: string, language: Language): string => {
  const say = words[language]
  const [, place] = /^entry (\d+)$/.exec(fault) ?? []
  if (place !== undefined) return fill(say.entry, { place })
  return fault in say ? say[fault as keyof typeof say] : fault
}
