import type { ServiceOutputTypes } from '@aws-sdk/lib-dynamodb'
import type { Table } from '../functions/platform/table.ts'

const READS = ['GetItemCommand', 'QueryCommand', 'BatchGetItemCommand']

/**
 * The table for tests that read the same again and again, and alone write to it: what was read is remembered until
 * something is written, so it answers what the database would answer.
 */
export const remembering = (table: Table): Table => {
  const remembered = new Map<string, Promise<ServiceOutputTypes>>()
  table.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (call) => {
        if (!READS.includes(commandName)) return next(call).finally(() => remembered.clear())
        const question = JSON.stringify([commandName, call.input])
        const answer = remembered.get(question) ?? next(call).then(({ output }) => output)
        remembered.set(question, answer)
        // Whoever asked may change it.
        return { output: structuredClone(await answer), response: undefined }
      },
    { step: 'initialize', priority: 'high', name: 'remembering' },
  )
  return table
}
