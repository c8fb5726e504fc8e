import { publicKeysFromEnvironment } from '../certificates/kms-public-keys.ts'
import { objectsFromEnvironment } from '../platform/objects.ts'
import { recordsHost } from '../platform/records-host.ts'
import type { HeadsHost } from './heads.ts'

/** What Lambda gives an act that reads signed roots and the heads behind them. */
export const headsFromEnvironment = (): Pick<HeadsHost, 'objects' | 'publicKeys'> => ({
  objects: objectsFromEnvironment(),
  publicKeys: publicKeysFromEnvironment(),
})

export const headsHost = () => ({ ...recordsHost(), ...headsFromEnvironment() })
