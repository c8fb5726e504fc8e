import { environment } from './environment.ts'
import { port } from './port.ts'

/** The address that people reach the platform at, without a slash at its end. */
export const publicUrl = port<string>(() => environment('PUBLIC_URL').replace(/\/$/, ''))
