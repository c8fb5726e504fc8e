import { environment } from './environment.ts'

/** The address that people reach the platform at, without a slash at its end. */
export const publicUrlFromEnvironment = (): string => environment('PUBLIC_URL').replace(/\/$/, '')
