/** The database can't be had; the message is one sentence that says what to do. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
  readonly code: 'JAVA_MISSING' | 'PORT_IN_USE' | 'DIRECTORY_UNUSABLE' | 'DATA_DAMAGED' | 'DATABASE_FAILED'
  constructor(code: DatabaseUnavailable['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
