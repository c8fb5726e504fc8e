import { useLocation, useNavigate } from 'react-router'
import { Notice } from '../parts/notice.tsx'

const saidIn = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'done' in state && typeof state.done === 'string'
    ? state.done
    : undefined

/** Goes on to the page that shows what was done, and passes it the message. */
export const useDoneAt = () => {
  const navigate = useNavigate()
  return (to: string, done: string) => navigate(to, { state: { done } })
}

/** The message of what was just done, on the page that it leads to. */
export const Done = () => {
  const said = saidIn(useLocation().state)
  return said === undefined ? null : <Notice tone="good" title={said} />
}
