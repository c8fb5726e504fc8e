const BATCH = 512

const zeroBits = (hash: Uint8Array): number => {
  const first = hash.findIndex((byte) => byte !== 0)
  return first < 0 ? hash.length * 8 : first * 8 + Math.clz32(hash[first] ?? 0) - 24
}

/**
 * Solves the puzzle that a complaint is sent with: the first number whose SHA-256, behind the challenge, begins with
 * so many zero bits. Some seconds of work, in parts, so that the page stays usable.
 */
export const solve = async (challenge: string, difficulty: number): Promise<number> => {
  const encoder = new TextEncoder()
  for (let from = 0; ; from += BATCH) {
    const hashes = await Promise.all(
      Array.from({ length: BATCH }, (_, nth) =>
        crypto.subtle.digest('SHA-256', encoder.encode(`${challenge}.${from + nth}`)),
      ),
    )
    const found = hashes.findIndex((hash) => zeroBits(new Uint8Array(hash)) >= difficulty)
    if (found >= 0) return from + found
  }
}
