import type { SecretHost } from '../functions/complaints/secrecy.ts'
import type { BindingHost } from '../functions/onboarding/binding-host.ts'
import type { Executions } from '../functions/operations/executions.ts'
import type { ActingHost } from '../functions/platform/acting-host.ts'
import type { ObjectStore } from '../functions/platform/objects-port.ts'
import type { Scanner } from '../functions/platform/scanner-port.ts'
import type { PublicKeys } from '../functions/staff/certificate/public-keys.ts'
import type { Signer } from '../functions/staff/certificate/signing.ts'

/** All that any function of the catalog needs of its host. */
export interface LocalHost extends ActingHost, BindingHost, SecretHost {
  readonly objects: ObjectStore
  readonly executions: Executions
  readonly signer: Signer
  readonly publicKeys: PublicKeys
  /** Where this machine has one. */
  readonly scanner?: Scanner
}
