const LENGTH = 12

/** A code as people type it, in capitals and half-width letters, without spaces and hyphens. */
export const normalCode = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}−]/gu, '')
    .toUpperCase()

const inFours = (code: string): string => (code.match(/.{4}/g) ?? []).join('-')

/**
 * `XXXX-XXXX-XXXX` where it has the length of a code, `NMPX-2026-A-XXXX-XXXX-XXXX` where it looks like a
 * certificate's number, as it was typed otherwise.
 */
export const groupedCode = (code: string): string => {
  const [, year, letter, rest = ''] = /^NMPX(\d{4})([ANT])(.{12})$/.exec(code) ?? []
  if (rest !== '') return `NMPX-${year}-${letter}-${inFours(rest)}`
  return code.length === LENGTH ? inFours(code) : code
}

/** The code in an address: `/verify/ABCD-EFGH-JKLM`, as QR codes have it, or `?code=`. */
export const codeInAddress = ({ pathname, search }: { pathname: string; search: string }): string => {
  const [, inPath = ''] = /^\/verify\/([^/]+)$/.exec(pathname) ?? []
  try {
    return decodeURIComponent(inPath) || (new URLSearchParams(search).get('code') ?? '')
  } catch {
    return inPath
  }
}
