import { type DecidingHost, decidingHost } from './deciding-host.ts'
import { type Mailer, mailerFromEnvironment } from './mail.ts'
import { publicUrlFromEnvironment } from './public-url.ts'

/**
 * What writing to people needs: the mail server, and the pages' address for links, without a slash at its
 * end.
 */
export interface Correspondence {
  readonly mailer: Mailer
  readonly publicUrl: string
}

/** What an act needs that keeps records, starts or answers workflows, and writes to people. */
export interface ActingHost extends DecidingHost, Correspondence {}

/** What Lambda gives such an act. */
export const actingHost = (): ActingHost => ({
  ...decidingHost(),
  mailer: mailerFromEnvironment(),
  publicUrl: publicUrlFromEnvironment(),
})
