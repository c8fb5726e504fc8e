import { useState } from 'react'
import { ProblemNotice } from '../request/notice.tsx'
import { useWords } from './language.tsx'

/** Takes one's own decision back; what follows stands beside the button. */
export const TakeBack = ({ act }: { readonly act: () => Promise<void> }) => {
  const { say } = useWords()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const takeBack = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await act()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <>
      <p className="quiet" id="take-back-hint">
        {say.takeBackHint}
      </p>
      <p className="actions">
        <button
          type="button"
          disabled={isBusy}
          aria-describedby="take-back-hint"
          onClick={() => void takeBack()}
        >
          {say.takeBack}
        </button>
      </p>
      {error !== undefined && <ProblemNotice error={error} again={() => void takeBack()} />}
    </>
  )
}
