import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { definitionText } from '../../scripts/workflows.ts'
import { workflowNames } from '../../workflows/contract.ts'
import { definitions } from '../../workflows/definitions.ts'

test.each(workflowNames)('%s: its file is written from its states as they are now', (name) => {
  const file = `workflows/${name}/${name}.asl.json`
  expect(readFileSync(file, 'utf8'), `${file} is stale: npm run workflows`).toBe(
    definitionText(name, definitions[name]),
  )
})
