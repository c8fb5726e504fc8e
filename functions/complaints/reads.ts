import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { complaintReads } from './functions.ts'
import { listComplainantReadings } from './readings.ts'
import { viewComplaintSettings } from './settings.ts'
import { listComplaints, viewComplaint } from './view-complaint.ts'

export const handler = serve(complaintReads, recordsHost, {
  'GET /complaints': async ({ host, query, actor }) => succeed(await listComplaints(host)(query, actor)),
  'GET /complaints/readings': async ({ host, query, actor }) =>
    succeed(await listComplainantReadings(host)(query, actor)),
  'GET /complaints/settings': async ({ host }) => succeed(await viewComplaintSettings(host.table)),
  'GET /complaints/{id}': async ({ host, params, actor }) => viewComplaint(host)(params.id, actor),
})
