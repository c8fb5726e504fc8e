import { KMSClient } from '@aws-sdk/client-kms'
import { environment } from '../platform/environment.ts'
import type { Signer } from '../staff/certificate/signing.ts'
import { kmsSigner } from './kms-signer.ts'

/** Signs certificates: by KMS in the cloud, where the key never leaves it. */
export const signerFromEnvironment = (): Signer => kmsSigner(new KMSClient(), environment('SIGNING_KEY'))
