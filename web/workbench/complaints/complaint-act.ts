import { post } from '../../shared/api/client.ts'
import type { ComplaintActBody, ComplaintView } from '../../shared/api/types.gen.ts'
import { useAfter } from '../parts/use-after.ts'

export interface ActsProps {
  readonly of: ComplaintView
}

/** Sends an act, and shows how the matter stands after it. */
export const useAct = ({ id }: ComplaintView) => {
  const after = useAfter('/complaints', id)
  return async (body: ComplaintActBody): Promise<void> => {
    await post('/complaints/{id}/acts', { path: { id }, body })
    await after()
  }
}
