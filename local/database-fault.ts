/** The database can't be had; the message is one sentence that says what to do. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError'
  readonly code: 'JAVA_MISSING' | 'PORT_IN_USE' | 'DIRECTORY_UNUSABLE' | 'DATA_DAMAGED' | 'DATABASE_FAILED'
  constructor(code: DatabaseUnavailableError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
