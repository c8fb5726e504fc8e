import { platformName, postHolders, subjects } from '../../platform/words.ts'
import type { CertificateContent } from '../../staff/certificate/content.ts'
import { deemedWords, obligations } from '../../staff/words.ts'

const RULES = '《内蒙古自治区事业单位工作人员培训实施细则》'
export const CLOSING_WORDS = '特发此证。'

const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const numeral = (digit: number): string => NUMERALS[digit] ?? ''

/** 1 to 99: 九, 十, 二十, 三十九. */
export const inChinese = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? numeral(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? numeral(ones) : ''}`
}

const partsOf = (date: string): [number, number, number] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return [year, month, day]
}

/** 二〇二六年十二月三十一日, as a document is dated. */
export const datedInChinese = (date: string): string => {
  const [year, month, day] = partsOf(date)
  return `${Array.from(String(year), (digit) => numeral(Number(digit))).join('')}年${inChinese(month)}月${inChinese(day)}日`
}

/** 2026 年 3 月 16 日, within a sentence. */
const dated = (date: string): string => {
  const [year, month, day] = partsOf(date)
  return `${year} 年 ${month} 月 ${day} 日`
}

/** 第三十九条第三项、第五项: all of them are of one article. */
const cited = (articles: readonly string[]): string => {
  const paragraphs = [...new Set(articles)].map((article) => /^(\d+)\((\d+)\)$/.exec(article) ?? [])
  const [, article] = paragraphs[0] ?? []
  return `第${inChinese(Number(article))}条${paragraphs.map(([, , item]) => `第${inChinese(Number(item))}项`).join('、')}`
}

/** Article 39 has three words for it: (2)–(4) 视同完成, (5) 视为完成, (6) 视情况认定. */
const deemedWord = (articles: readonly string[]): string =>
  articles.every((article) => article === '39(5)')
    ? deemedWords.regarded.zh
    : articles.every((article) => article === '39(6)')
      ? deemedWords.recognised.zh
      : deemedWords.deemed.zh

type Subject = keyof typeof subjects

const both: readonly Subject[] = ['public', 'professional']

const annualStatement = ({ year, hours, deemed }: CertificateContent): string => {
  const done = `已完成 ${year} 年度事业单位工作人员培训`
  const split = both.map((one) => `${subjects[one].zh} ${hours[one]} 学时`).join('、')
  const grants = both
    .filter((subject) => !deemed[subject] && deemed.granted[subject] > 0)
    .map((subject) => `${subjects[subject].zh} ${deemed.granted[subject]} 学时`)
    .join('、')
  const [first, ...others] = both.filter((subject) => deemed[subject])
  if (first === undefined && grants === '')
    return `${done}，累计 ${hours.total} 学时，其中${split}，达到规定学时。`
  const by = `依据${RULES}${cited(deemed.articles)}`
  if (first === undefined) return `${done}，累计 ${hours.total} 学时，其中${split}；${by}另认定${grants}。`
  if (others.length > 0)
    return `${by}，${year} 年度${subjects.public.zh}和${subjects.professional.zh}培训${deemedWord(deemed.articles)}。`
  const other = first === 'public' ? 'professional' : 'public'
  const more = grants === '' ? '' : `，另认定${grants}`
  return `${done}，其中${subjects[other].zh} ${hours[other]} 学时；${by}，${subjects[first].zh}${deemedWord(deemed.articles)}${more}。`
}

/** What the certificate certifies, in one to four lines; `CLOSING_WORDS` follow on a line of their own. */
export const statementOf = (content: CertificateContent): string => {
  const { kind, hours, since, completedOn } = content
  const sum = `累计 ${hours.total} 学时，达到规定学时。`
  const done = `已于 ${dated(completedOn ?? since)}完成`
  switch (kind) {
    case 'annual':
      return annualStatement(content)
    case 'induction':
      return `自 ${dated(since)}聘用，${done}事业单位新聘用工作人员${obligations.induction.zh}，${sum}`
    case 'transfer':
      return `因 ${dated(since)}岗位变动，${done}转岗培训，${sum}`
  }
}

/** The line under the title. */
export const occasionOf = ({ kind, year }: CertificateContent): string => {
  switch (kind) {
    case 'annual':
      return `${year} 年度`
    case 'induction':
      return obligations.induction.zh
    case 'transfer':
      return obligations.transfer.zh
  }
}

export const postOf = ({ postType }: CertificateContent): string => postHolders[postType].zh

export interface Figure {
  readonly label: string
  readonly value: string
  /** Set small behind the value; none where the value is a word. */
  readonly unit: string
  /** Set small below the value. */
  readonly note: string
}

/** A year that is deemed complete without any training has nothing to add up. */
const sumOf = (label: string, sum: number, unit: string, deemed: CertificateContent['deemed']): Figure =>
  sum === 0 && deemed.public && deemed.professional
    ? { label, value: '—', unit: '', note: '' }
    : { label, value: String(sum), unit, note: '' }

/** The columns of the small table. Hours that are deemed are a word, never a number (Art. 39). */
export const figuresOf = ({ hours, days, deemed }: CertificateContent): Figure[] => [
  ...both.map((subject): Figure => {
    const label = subjects[subject].zh
    if (deemed[subject])
      return {
        label,
        value: deemedWord(deemed.articles),
        unit: '',
        note: hours[subject] > 0 ? `已修 ${hours[subject]} 学时` : '',
      }
    const granted = deemed.granted[subject]
    return {
      label,
      value: String(hours[subject]),
      unit: '学时',
      note: granted > 0 ? `另认定 ${granted} 学时` : '',
    }
  }),
  sumOf('合计', hours.total, '学时', deemed),
  sumOf('其中线下', days, '天', deemed),
]

/** The verify page as people type it: without the scheme, and without the code, which stands by itself. */
const typed = (verifyUrl: string): string => verifyUrl.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')

/** The small lines at the foot: who made the sheet, where anyone may check it, and by what right it exists. */
export const provenanceOf = ({ edition }: CertificateContent, verifyUrl: string): string[] => [
  `本证书由${platformName}生成，扫描二维码或在 ${typed(verifyUrl)} 输入验证码核验`,
  `依据${RULES}（${edition} 年）第三十五条`,
]
