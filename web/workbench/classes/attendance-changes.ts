import type { Participant } from './class-marks.tsx'

/** What the organiser chose for whom, by their ids: present or not. */
export type Choices = Readonly<Record<string, boolean>>

/** As many entries as one call takes. */
const MOST_ENTRIES = 90

const notedOf = ({ attendance }: Participant, session: string) =>
  attendance.find((one) => one.session === session)?.presence

/** The entries that say something else than what stands, in calls of as many as one takes. */
export const changesOf = (participants: readonly Participant[], session: string, choices: Choices) => {
  const entries = participants.flatMap((one) => {
    const present = choices[one.staffId]
    if (present === undefined || notedOf(one, session) === (present ? 'present' : 'absent')) return []
    return [{ staffId: one.staffId, present }]
  })
  return Array.from({ length: Math.ceil(entries.length / MOST_ENTRIES) }, (_, call) =>
    entries.slice(call * MOST_ENTRIES, (call + 1) * MOST_ENTRIES),
  )
}

/** Whether what stands is corrected, which needs a reason; a late scan is only confirmed. */
export const corrects = (participants: readonly Participant[], session: string, choices: Choices): boolean =>
  participants.some((one) => {
    const before = notedOf(one, session)
    const present = choices[one.staffId]
    if (present === undefined || before === undefined || before === 'to_confirm') return false
    return before !== (present ? 'present' : 'absent')
  })
