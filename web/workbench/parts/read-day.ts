/** A day as people write it: 2026-05-11, 2026.5.11, 2026/5/11, 20260511, 2026年5月11日. */
const WRITTEN = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))$/

/** What was typed, as the API has it (`2026-05-11`); what is no whole date yet stays as it is, empty is `null`. */
export const readDay = (typed: string): string | null => {
  const text = typed.replace(/\s/g, '')
  const [year, month, day] = (WRITTEN.exec(text) ?? []).slice(1).filter((part) => part !== undefined)
  if (year === undefined || month === undefined || day === undefined) return text === '' ? null : typed
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Whether it is written as the API has it; whether there is such a day, the API says. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
