/**
 * Searches uploaded bytes for malware. A deployment that has such a program puts it behind this port in its
 * host; without one nothing is searched.
 */
export interface Scanner {
  /** The name of what was found; undefined where nothing was. */
  scan(bytes: Uint8Array): Promise<string | undefined>
}
