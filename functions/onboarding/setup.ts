import { invoked } from '../platform/step.ts'
import { writingHost } from '../platform/writing-host.ts'
import { setup } from './functions.ts'
import { setUp } from './set-up.ts'

export const handler = invoked(setup, writingHost, (input, host) => setUp(host, input))
