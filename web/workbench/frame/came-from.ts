/**
 * The page from which a footer's link led here: the router's state, or behind the `#` where it is a page of its own;
 * neither is ever sent to a server.
 */
export const cameFrom = ({
  state,
  hash,
}: {
  readonly state: unknown
  readonly hash: string
}): string | undefined => {
  if (typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string')
    return state.from
  return /^#\/[\w./%-]*$/.test(hash) ? hash.slice(1) : undefined
}
