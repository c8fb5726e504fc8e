import { type RecordsHost, recordsHost } from '../platform/records-host.ts'
import type { PublicKeys } from '../staff/certificate/public-keys.ts'
import { publicKeysFromEnvironment } from './kms-public-keys.ts'

/** What it takes to say something of a certificate: its record, and the published keys. */
export interface VouchingHost extends RecordsHost {
  readonly publicKeys: PublicKeys
}

/** What Lambda gives it. */
export const vouchingHost = (): VouchingHost => ({
  ...recordsHost(),
  publicKeys: publicKeysFromEnvironment(),
})
