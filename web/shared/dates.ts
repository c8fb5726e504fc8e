import type { Language } from './language.ts'

const locales = { zh: 'zh-CN', en: 'en-GB' } as const

/** `2026-05-11` as people write it. */
export const day = (date: string, language: Language): string => {
  const [year, month, dayOfMonth] = date.slice(0, 10).split('-').map(Number)
  if (year === undefined || month === undefined || dayOfMonth === undefined) return date
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, dayOfMonth),
  )
}

/** A moment, by the clocks of Shanghai. */
export const moment = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at))

export const period = (from: string, to: string, language: Language): string =>
  from === to ? day(from, language) : `${day(from, language)} – ${day(to, language)}`

/** A moment to the second, by the clocks of Shanghai: `09-07 14:03:21`. */
export const clockTime = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 19).replace('T', ' ')

/** The year that it is in Shanghai. */
export const yearNow = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
