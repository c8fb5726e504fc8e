import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useSay } from '../preferences.tsx'
import { ProblemNotice } from './notice.tsx'

const words = { zh: { saved: '文件已保存。' }, en: { saved: 'The file was saved.' } } as const

export interface SaveButtonProps {
  readonly label: string
  readonly save: () => Promise<unknown>
}

/** A button that saves a file, and says in the page that it did, or why not. */
export const SaveButton = ({ label, save }: SaveButtonProps) => {
  const { say } = useSay(words)
  const saving = useMutation({ mutationFn: save })
  return (
    <>
      <Button loading={saving.isPending} onClick={() => saving.mutate()}>
        {label}
      </Button>
      <span className="quiet" role="status">
        {saving.isSuccess ? say.saved : ''}
      </span>
      {saving.isError && <ProblemNotice error={saving.error} />}
    </>
  )
}
