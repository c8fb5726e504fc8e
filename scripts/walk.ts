/**
 * Brings a table in the cloud to the form that this version reads: after a deployment that changes the stored form,
 * before its traffic. Safe to end at any time and to start again; it goes on where it was.
 * Run: `npm run walk -- --table NAME --seal ARN` (the stack of the data prints both), with credentials that may read and
 * write the one and read the other; `--segments 32` for a large one.
 */
import { parseArgs } from 'node:util'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { currentForm } from '../functions/operations/forms.ts'
import { secretSeal } from '../functions/platform/secret-seal.ts'
import { documentTable } from '../functions/platform/table.ts'
import { isEmpty, stateForm, walkTable } from '../functions/platform/walk.ts'

const { values } = parseArgs({
  options: {
    table: { type: 'string' },
    segments: { type: 'string', default: '8' },
    seal: { type: 'string' },
  },
})
if (values.table === undefined || values.seal === undefined) {
  console.error('Say which table, and which secret seals it: npm run walk -- --table NAME --seal ARN')
  process.exit(1)
}

const table = {
  ...documentTable(new DynamoDBClient(), values.table),
  seals: secretSeal(new SecretsManagerClient(), values.seal),
}
if (await isEmpty(table)) await stateForm(table, currentForm.form)
let printed = 0
const { passes, read, rewritten } = await walkTable(table, currentForm, {
  segments: Number(values.segments),
  onProgress(seen) {
    if (seen.read < printed + 50_000) return
    printed = seen.read
    console.log(`${seen.read} items read, ${seen.rewritten} rewritten`)
  },
})
console.log(
  passes === 0
    ? `The table has form ${currentForm.form} already.`
    : `Form ${currentForm.form}: ${read} items read in ${passes} passes, ${rewritten} rewritten.`,
)
