import { sealing } from '../platform/sealing.ts'
import { invoked } from '../platform/step.ts'
import { writingHost } from '../platform/writing-host.ts'
import { setup } from './functions.ts'
import { setUp } from './set-up.ts'

export const handler = invoked(setup, sealing(writingHost), (input, host) => setUp(host, input))
