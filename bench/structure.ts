/**
 * The figures of how the platform is cut into functions and stacks (docs/structure.md): resources a template, bytes
 * and import time of bundles, the time of a synthesis, and by simulation how many calls find no function awake.
 * Run: `npm run bench:structure`; `-- --tree DIRECTORY` measures another tree, such as a worktree of an earlier commit
 * with a link to these `node_modules`; `--runs 1` is quicker, where a rough time will do.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchBundles } from './bundle-figures.ts'
import { benchColdCalls } from './cold-calls.ts'
import { benchTemplates } from './template-figures.ts'

const { values } = parseArgs({
  options: { tree: { type: 'string', default: '.' }, runs: { type: 'string', default: '5' } },
})
const runs = Number(values.runs)
const tree = resolve(values.tree)

const show = (name: string, figures: unknown): void => console.log(name, JSON.stringify(figures, null, 2))
show('templates', benchTemplates(tree, runs))
show('bundles', await benchBundles(tree, runs))
// Both cuts of the routes of this tree, whichever tree is measured above.
show('cold calls', benchColdCalls())
