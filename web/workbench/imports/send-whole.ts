import type { AnyImport } from '../institution/import-values.ts'

type Counted = Pick<AnyImport, 'applied' | 'remaining'> & { readonly invited?: number }

/**
 * Sends a file again and again until all of it is entered: one call enters what it finds time for. It ends, too, where
 * a call gets no further, and answers the last call, with what all of them entered and whom they invited.
 */
export const sendWhole = async <T extends Counted>(
  send: () => Promise<T>,
  tell: (share: number) => void,
): Promise<T> => {
  let before = 0
  let invited = 0
  for (;;) {
    const sent = await send()
    const applied = before + sent.applied
    invited += sent.invited ?? 0
    tell(applied + sent.remaining === 0 ? 1 : applied / (applied + sent.remaining))
    if (sent.remaining === 0 || sent.applied === 0)
      return { ...sent, applied, ...(sent.invited === undefined ? {} : { invited }) }
    before = applied
  }
}
