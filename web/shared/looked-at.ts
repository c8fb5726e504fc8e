/**
 * Which tasks with flags someone has opened on this machine: what was looked at may be approved together with others.
 * Kept as drafts are, so that signing out removes it.
 */
const keyOf = (readerId: string, taskId: string): string => `draft ${readerId} looked ${taskId}`

export const lookAt = (readerId: string, taskId: string): void =>
  localStorage.setItem(keyOf(readerId, taskId), 'yes')

export const hasLookedAt = (readerId: string, taskId: string): boolean =>
  localStorage.getItem(keyOf(readerId, taskId)) !== null
