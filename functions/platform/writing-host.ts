import type { Correspondence } from './acting-host.ts'
import { mailerFromEnvironment } from './mail.ts'
import { publicUrlFromEnvironment } from './public-url.ts'
import { type RecordsHost, recordsHost } from './records-host.ts'

/** What an act needs that keeps records and writes to people. */
export interface WritingHost extends RecordsHost, Correspondence {}

/** What Lambda gives such an act. */
export const writingHost = (): WritingHost => ({
  ...recordsHost(),
  mailer: mailerFromEnvironment(),
  publicUrl: publicUrlFromEnvironment(),
})
