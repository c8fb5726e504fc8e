import type { IncomingMessage } from 'node:http'

/** The names by which this machine calls itself, whatever the port that a tunnel gives it. */
const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

const hostname = (address: string): string | undefined => URL.parse(address)?.hostname

/**
 * Whether a call was meant for this system by whoever sent it. A foreign name in `Host` is a page whose name was
 * pointed at this machine (DNS rebinding); a foreign `Origin` is any page in the browser of someone who runs this.
 */
export const isOwn = ({ headers: { host, origin } }: Pick<IncomingMessage, 'headers'>): boolean =>
  host !== undefined &&
  OWN_NAMES.has(hostname(`http://${host}`) ?? '') &&
  (origin === undefined || (URL.parse(origin)?.host === host && OWN_NAMES.has(hostname(origin) ?? '')))

/** Whether a body says that it is JSON: a page elsewhere can't say so without asking first. */
export const isJson = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/json'
