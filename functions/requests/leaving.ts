import type { Request } from './request.ts'

/** Whether somebody leaves the register by what a request files: their account ends when it is recorded. */
export const isLeaving = (request: Request): boolean =>
  request.type === 'record_change' && request.fact === 'register' && request.value === false
