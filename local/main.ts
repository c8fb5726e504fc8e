import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { keyFileSigner } from '../functions/kit/certificate/key-file-signer.ts'
import { clock as clockPort } from '../functions/kit/clock.ts'
import { mailer } from '../functions/kit/mail.ts'
import { objects } from '../functions/kit/objects.ts'
import { publicUrl } from '../functions/kit/public-url.ts'
import { signer } from '../functions/kit/signer.ts'
import { workflows } from '../functions/kit/workflows.ts'
import { table } from '../functions/store/table.ts'
import { seedDemo } from './demo/seed.ts'
import { openEngine } from './engine/engine.ts'
import { fillSubstitutions } from './engine/load.ts'
import { engineWorkflows } from './engine-workflows.ts'
import { openFunctions } from './functions.ts'
import { bodyOf, openGateway } from './gateway.ts'
import { inbox, issueToken, openClock, openObjects, startDatabase, verifyToken } from './interim.ts'
import { loadMachines } from './machines.ts'
import { openSchedules } from './schedules.ts'
import { readSettings } from './settings.ts'
import { openTable } from './table.ts'
import { openTime } from './time.ts'

process.env.POWERTOOLS_METRICS_DISABLED ??= 'true'
const settings = readSettings(process.argv.slice(2), process.env)
mkdirSync(settings.directory, { recursive: true })
const clock = openClock(join(settings.directory, 'clock'), settings.now)
const database = await startDatabase(join(settings.directory, 'db'))
const t = await openTable(database.endpoint, 'training-platform')
await seedDemo(t)
table.use(t)
clockPort.use(clock)
mailer.use({
  async send(mail) {
    inbox.push(mail)
  },
})
objects.use(openObjects(join(settings.directory, 'objects')))
signer.use(keyFileSigner(join(settings.directory, 'signing-key.pem')))
publicUrl.use(`http://127.0.0.1:${settings.port}`)
const functions = openFunctions()
const machines = await loadMachines()
const engine = openEngine({
  file: join(settings.directory, 'engine.sqlite'),
  clock,
  machines: machines.map(({ name, definition, substitutions }) => ({
    name,
    definition: fillSubstitutions(definition, substitutions),
  })),
  invoke: (name, payload) => functions.invoke(name, payload),
})
workflows.use(engineWorkflows(() => engine))
const schedules = openSchedules(clock.now(), async (name) => {
  await functions.invoke(name, {})
})
const time = openTime(clock, engine, schedules)
engine.resume()
const gateway = openGateway(functions, verifyToken)
const json = (response: import('node:http').ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`)
  if (url.pathname.startsWith('/api/')) return gateway(request, response, url)
  if (url.pathname === '/local/token') {
    const { account } = JSON.parse(String(await bodyOf(request)))
    return json(response, 200, {
      access_token: await issueToken(account),
      token_type: 'Bearer',
      expires_in: 3600,
    })
  }
  if (url.pathname === '/local/mail') return json(response, 200, inbox)
  return json(response, 404, {})
}).listen(settings.port, '127.0.0.1')
setInterval(() => void time.tick(), 500)
await functions.invoke('reconcile', { graceSeconds: 0 })
console.log('ready')
process.on('SIGINT', async () => {
  await engine.close()
  await database.stop()
  process.exit(0)
})
