import type { IncomingMessage } from 'node:http'

/** The names by which this machine calls itself, whatever the port that a tunnel gives it. */
const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

const hostname = (address: string): string | undefined => URL.parse(address)?.hostname

/**
 * Whether this system's own page or tool made a call. A foreign `Host` is a name pointed at this machine (DNS
 * rebinding); a foreign `Origin` is another site's page in the browser.
 */
export const isOwn = ({ headers: { host, origin } }: Pick<IncomingMessage, 'headers'>): boolean =>
  host !== undefined &&
  OWN_NAMES.has(hostname(`http://${host}`) ?? '') &&
  (origin === undefined || (URL.parse(origin)?.host === host && OWN_NAMES.has(hostname(origin) ?? '')))

/** Whether a body says that it is JSON: another site's page can't send that without a preflight. */
export const isJson = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/json'
