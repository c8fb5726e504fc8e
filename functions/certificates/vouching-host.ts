import { type RecordsHost, recordsHost } from '../platform/records-host.ts'
import type { PublicKeys } from '../staff/certificate/public-keys.ts'
import { publicKeysFromEnvironment } from './kms-public-keys.ts'

/** What vouching for a certificate needs: its record, and the published keys. */
export interface VouchingHost extends RecordsHost {
  readonly publicKeys: PublicKeys
}

/** What Lambda gives such an act. */
export const vouchingHost = (): VouchingHost => ({
  ...recordsHost(),
  publicKeys: publicKeysFromEnvironment(),
})
