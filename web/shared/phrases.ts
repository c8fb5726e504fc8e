import { get, post } from './api/client.ts'

/** The phrases that an account keeps for its opinions (常用语), the latest last. */
export const readPhrases = async (): Promise<readonly string[]> => (await get('/me/phrases')).phrases

export const changePhrases = async (
  change: { readonly keep: string } | { readonly remove: string },
): Promise<readonly string[]> => (await post('/me/phrases', { body: change })).phrases

/** A text with a phrase behind it. */
export const withPhrase = (text: string, phrase: string): string =>
  text.trim() === ''
    ? phrase
    : `${text.trimEnd()}${/[。！？；，,.!?;]$/u.test(text.trimEnd()) ? '' : '；'}${phrase}`

/** What a text says that may be kept as a phrase: one line of at most 200 characters that is not kept yet. */
export const phraseIn = (text: string, phrases: readonly string[]): string | undefined => {
  const written = text.trim()
  const mayKeep = written !== '' && written.length <= 200 && !written.includes('\n')
  return mayKeep && !phrases.includes(written) ? written : undefined
}
