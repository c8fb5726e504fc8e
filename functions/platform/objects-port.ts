/** Where proofs and certificates are kept, as the functions see it. Keys are slash-separated and say nothing of persons. */
export interface ObjectStore {
  put(key: string, bytes: Uint8Array, options: { contentType: string; ifAbsent?: boolean }): Promise<void>
  get(key: string): Promise<{ bytes: Uint8Array; contentType: string } | undefined>
  head(key: string): Promise<{ size: number; contentType: string } | undefined>
  delete(key: string): Promise<void>
  /** An address that takes just the announced bytes, for so many seconds. `sha256` in hexadecimal, `size` in bytes. */
  uploadUrl(
    key: string,
    upload: { contentType: string; size: number; sha256: string; expiresInSeconds: number },
  ): Promise<{ url: string; method: string; headers: Record<string, string> }>
}
