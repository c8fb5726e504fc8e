/**
 * Looks into uploaded bytes for what harms those who open them. A deployment that has such a program puts it behind
 * this port, in its host; where there is none, nothing is looked into.
 */
export interface Scanner {
  /** The name of what was found; undefined where nothing was. */
  scan(bytes: Uint8Array): Promise<string | undefined>
}
