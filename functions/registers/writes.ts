import { serve } from '../organisations/session.ts'
import { today } from '../platform/clock.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { isYearClosed } from './closed-years.ts'
import { registerWrites } from './functions.ts'
import { changeProvider, registerProvider, viewProvider } from './keep-providers.ts'
import { setParameters, viewParameters } from './set-parameters.ts'
import { setRates } from './set-rates.ts'

export const handler = serve(registerWrites, recordsHost, {
  'POST /providers': async ({ host, body, actor }) => {
    const listed = await registerProvider(host)(body, actor)
    return listed.ok ? succeed(viewProvider(listed.value)) : listed
  },
  'POST /providers/{id}': async ({ host, params, body, actor }) => {
    const changed = await changeProvider(host)(params.id, body, actor)
    return changed.ok ? succeed(viewProvider(changed.value)) : changed
  },
  'POST /rates': async ({ host, body, actor }) => {
    const rates = await setRates(host)(body, actor)
    if (!rates.ok) return rates
    const { by: _, ...version } = rates.value
    return succeed(version)
  },
  'POST /parameters': async ({ host, body, actor, language }) => {
    const isClosed = (year: number) => isYearClosed(host.table, year)
    const set = await setParameters({ table: host.table, clock: host.clock, isClosed })(body, actor)
    return set.ok ? succeed(await viewParameters(host.table, today(host.clock), language)) : set
  },
})
