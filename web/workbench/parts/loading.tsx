import { useSay } from '../preferences.tsx'

const words = { zh: { loading: '正在读取…' }, en: { loading: 'Loading…' } } as const

/** Shown after a moment only: what comes at once does not flicker. */
export const Loading = () => {
  const { say } = useSay(words)
  return (
    <p className="loading" role="status">
      {say.loading}
    </p>
  )
}
