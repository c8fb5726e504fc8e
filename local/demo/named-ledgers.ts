import { type Occurrence, offline, online } from './occurrences.ts'

/** 2024 and 2025 complete in both subjects, 2026 empty. */
const li: readonly Occurrence[] = [
  {
    on: '2024-04-26',
    training: offline({ subject: 'public', from: '2024-04-15', halfDays: 10, fullTime: true }),
  },
  {
    on: '2024-07-18',
    training: online({ subject: 'professional', from: '2024-06-03', to: '2024-07-12', tenths: 325 }),
  },
  {
    on: '2024-10-29',
    training: offline({ subject: 'professional', from: '2024-10-21', halfDays: 8, fullTime: true }),
  },
  {
    on: '2025-05-22',
    training: online({ subject: 'public', from: '2025-03-10', to: '2025-05-16', tenths: 315 }),
  },
  {
    on: '2025-07-25',
    training: offline({ subject: 'professional', from: '2025-07-14', halfDays: 10, fullTime: true }),
  },
  {
    on: '2025-11-20',
    training: online({ subject: 'professional', from: '2025-10-13', to: '2025-11-14', tenths: 245 }),
  },
]

/**
 * The same; and no public full-time session of 20 hours or 3 days, so that the session that a management term
 * asks for (Art. 16) is still to be held.
 */
const wang: readonly Occurrence[] = [
  {
    on: '2024-03-28',
    training: offline({ subject: 'public', from: '2024-03-21', halfDays: 4, fullTime: true }),
  },
  {
    on: '2024-06-20',
    training: online({ subject: 'public', from: '2024-05-06', to: '2024-06-14', tenths: 185 }),
  },
  {
    on: '2024-09-20',
    training: online({ subject: 'professional', from: '2024-08-05', to: '2024-09-13', tenths: 225 }),
  },
  {
    on: '2024-11-26',
    training: offline({ subject: 'professional', from: '2024-11-18', halfDays: 10, fullTime: true }),
  },
  {
    on: '2025-04-24',
    training: online({ subject: 'public', from: '2025-03-03', to: '2025-04-18', tenths: 335 }),
  },
  {
    on: '2025-08-28',
    training: online({ subject: 'professional', from: '2025-07-07', to: '2025-08-22', tenths: 285 }),
  },
  {
    on: '2025-10-29',
    training: offline({ subject: 'professional', from: '2025-10-20', halfDays: 8, fullTime: true }),
  },
]

/** Years written by hand, because the README promises them; everyone else's are drawn. */
export const namedOccurrences: ReadonlyMap<string, readonly Occurrence[]> = new Map([
  ['staff.li', li],
  ['staff.wang', wang],
  ['staff.zhao', []],
])
