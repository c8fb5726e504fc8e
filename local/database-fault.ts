import { installJava } from './java.ts'

/** The database can't be had; the message is one sentence that says what to do. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError'
  readonly code: 'JAVA_MISSING' | 'PORT_IN_USE' | 'DIRECTORY_UNUSABLE' | 'DATA_DAMAGED' | 'DATABASE_FAILED'
  constructor(code: DatabaseUnavailableError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What the last words of a database that did not start mean; undefined: nothing that is known. */
export const databaseFault = (output: string, port: number): DatabaseUnavailableError | undefined => {
  if (/Failed to bind|Address already in use/.test(output))
    return new DatabaseUnavailableError(
      'PORT_IN_USE',
      `数据库要用的端口 ${port} 已被占用，请关闭占用它的程序或换一个端口。 Port ${port} for the database is in use: end the program that holds it or choose another.`,
    )
  if (/spawn java ENOENT|Unable to locate a Java Runtime|UnsupportedClassVersionError/i.test(output))
    return new DatabaseUnavailableError(
      'JAVA_MISSING',
      `数据库需要 Java 17 或更新版本，请运行：${installJava}。 The database needs Java 17 or newer: run ${installJava}`,
    )
  return undefined
}
