import type { ComplaintBody } from '../../functions/complaints/api.ts'
import { DIFFICULTY, issueChallenge, zeroBits } from '../../functions/complaints/challenge.ts'
import { fileComplaint } from '../../functions/complaints/file-complaint.ts'
import { writeComplaintSettings } from '../../functions/complaints/settings.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'

export const complaintKey = async () => Buffer.alloc(32, 9)
export type Host = ReturnType<typeof recordingHost> & { complaintKey: typeof complaintKey }

export const complaintHost = (table: Table, now: { at: string }, asked: Asked = nothingAsked()) => ({
  ...recordingHost(table, { now: () => Date.parse(now.at) }, asked),
  complaintKey,
})

/** Opens complaints for the region `r`. */
export const openComplaints = (table: Table, aboveRegionId?: string, version = 1) =>
  write(
    table,
    writeComplaintSettings({
      ...{ regionId: 'r', at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: '开通', version },
      ...(aboveRegionId === undefined ? {} : { aboveRegionId }),
    }),
  )

/** A challenge of the host's, solved as a browser does. */
export const solved = async (host: Host): Promise<Pick<ComplaintBody, 'challenge' | 'solution'>> => {
  const { challenge } = await issueChallenge(host)
  let solution = 0
  while (zeroBits(challenge, solution) < DIFFICULTY) solution += 1
  return { challenge, solution }
}

export const said = { described: '', persons: [], text: '学时是假的，人没有到场。' }

/** Files a complaint about a body, and answers its code and key. */
export const complain = async (host: Host, more: Partial<ComplaintBody> = {}) => {
  const filed = await fileComplaint(host)({ ...said, bodyId: 'i', ...more, ...(await solved(host)) })
  if (!filed.ok) throw new Error(filed.code)
  return filed.value
}
