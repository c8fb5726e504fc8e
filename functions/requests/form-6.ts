import type { Step } from '../platform/walk.ts'
import { REQUEST_FORM } from './form.ts'

/** From form 5 to 6: the items of a request's timeline bore no seal. The walk seals what stands. */
export const requestsToForm6: readonly Step[] = [
  {
    kind: ({ pk, sk, seal }) =>
      String(pk).startsWith('REQUEST#') &&
      (sk === 'REQUEST' || String(sk).startsWith('TASK#')) &&
      seal === undefined,
    from: REQUEST_FORM,
    rewrite: (item) => ({ item, sealed: true }),
  },
]
