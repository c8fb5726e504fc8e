/**
 * The figures of how the platform is cut into functions and stacks (docs/structure.md): resources a template, bytes
 * and import time of bundles, the time of a synthesis, and by simulation how many calls find no function awake.
 * Run: `npm run bench:structure`; `-- --tree DIRECTORY` measures another tree, such as a worktree of an earlier commit
 * with a link to these `node_modules`.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchBundles } from './bundle-figures.ts'
import { benchColdCalls } from './cold-calls.ts'
import { benchTemplates } from './template-figures.ts'

const { values } = parseArgs({ options: { tree: { type: 'string', default: '.' } } })
const tree = resolve(values.tree)

const show = (name: string, figures: unknown): void => console.log(name, JSON.stringify(figures, null, 2))
show('templates', benchTemplates(tree))
show('bundles', await benchBundles(tree))
// Both cuts of the routes of this tree, whichever tree is measured above.
show('cold calls', benchColdCalls())
