import { join } from 'node:path'
import * as z from 'zod'
import { keyFileSigner } from '../functions/certificates/key-file-signer.ts'
import { SetupInput } from '../functions/onboarding/api.ts'
import { readSetup, setUp } from '../functions/onboarding/set-up.ts'
import { timestamp } from '../functions/platform/clock.ts'
import { FEED_SCOPE } from '../functions/platform/lambda.ts'
import { smtpMailer } from '../functions/platform/mail.ts'
import type { Table } from '../functions/platform/table.ts'
import { MachineScope } from '../functions/platform/terms.ts'
import type { Signer } from '../functions/staff/certificate/signing.ts'
import { openClientLimits } from './client-limits.ts'
import { openClock } from './clock.ts'
import { hasHeld, rememberDataFolder } from './data-folder.ts'
import type { Database } from './database.ts'
import { type DemoAccount, demoAccounts } from './demo/accounts.ts'
import { hasDemo, seedDemo } from './demo/seed.ts'
import { type Engine, openEngine } from './engine/engine.ts'
import { fillSubstitutions } from './engine/read-definition.ts'
import { engineExecutions } from './engine-executions.ts'
import { engineWorkflows } from './engine-workflows.ts'
import { bringToForm, keepForm, keptForm } from './form.ts'
import { openFunctions } from './functions.ts'
import { openGateway } from './gateway.ts'
import type { LocalHost } from './host.ts'
import { openKeys } from './identity/keys.ts'
import { isLogin } from './identity/login.ts'
import { openOtherTokens } from './identity/other-issuer.ts'
import { openIdentity } from './identity/provider.ts'
import { openIdentityStore } from './identity/store.ts'
import { AUDIENCE, openTokens } from './identity/tokens.ts'
import { loadMachines } from './machines.ts'
import { openInbox } from './mail/inbox.ts'
import { serveInbox } from './mail/page.ts'
import { startReceiver } from './mail/receiver.ts'
import { openObjects } from './objects.ts'
import { openPublicKeys } from './public-keys.ts'
import { openSchedules } from './schedules.ts'
import { openKey, openSeal } from './seal-key.ts'
import type { Served } from './server.ts'
import { type Demo, demos, type Settings } from './settings.ts'
import { openTable } from './table.ts'
import { openTime } from './time.ts'
import { serveUpload } from './uploads.ts'
import { readWeb } from './web.ts'

/** What an identity provider would give a client of either kind: who may call is held to the registers. */
const MACHINE_SCOPES = [FEED_SCOPE, ...MachineScope.options].join(' ')

/** What the reconciler says of its turn. */
const Reconciled = z.object({ restarted: z.number() })

const TICK_MILLISECONDS = 500
const TABLE = 'training-platform'

export interface LocalSystem {
  readonly served: Served
  /** Those of the demo, where it is loaded. */
  readonly accounts: readonly DemoAccount[]
  /** The link of the first invitation, where the platform has just begun empty. */
  readonly invitation: string | undefined
  /** Fulfilled when a part has gone that the system can't run without. */
  readonly broken: Promise<string>
  close(): Promise<void>
}

/** Every so many persons of a large demo one line is printed. */
const PERSONS_A_LINE = 2_000

/**
 * Loads the demo into a new table, printing progress where it takes long. A table that began empty gets none.
 * Answers whether the demo's people are there.
 */
const furnish = async (table: Table, demo: Demo | undefined, signer: Signer): Promise<boolean> => {
  if ((await readSetup(table)) !== undefined) {
    if (demo !== undefined && demo !== 'none')
      console.log(
        '  这里的数据不是演示数据；要载入演示数据，请加 --fresh。 This data began without the demo; add --fresh to load it.',
      )
    return false
  }
  if (demo === 'none') {
    const isThere = await hasDemo(table)
    if (isThere)
      console.log(
        '  已有演示数据；要从空的平台开始，请加 --fresh。 The demo is loaded already; add --fresh to begin empty.',
      )
    return isThere
  }
  const persons = demos[demo ?? 'small']
  let printed = 0
  const seeded = await seedDemo(table, {
    persons,
    signer,
    onProgress(written) {
      if (written < printed + PERSONS_A_LINE) return
      printed = written
      console.log(`  正在载入演示数据 Loading the demo: ${written} / ${persons}`)
    },
  })
  if (demo !== undefined && seeded.persons !== persons)
    console.log(
      `  已有 ${seeded.persons} 人的演示数据；要重新载入，请加 --fresh。 The demo has ${seeded.persons} persons already; add --fresh to load it anew.`,
    )
  return true
}

/** Whom an empty platform begins with, on one machine. */
const FIRST = { name: '平台管理员', email: 'first@platform.example' } as const

/** What `--demo none` begins with: the region's authority, and one invitation in the inbox. */
const begin = async (host: LocalHost): Promise<string | undefined> => {
  if ((await readSetup(host.table)) !== undefined) return undefined
  const begun = await setUp(host, SetupInput.parse(FIRST))
  return begun.ok ? begun.link : undefined
}

/**
 * Opens every part of the system in its data folder: the catalog's functions get this machine's table,
 * engine, objects, mail and clock in place of the cloud's.
 */
export const openSystem = async (
  { directory, port, now, demo, identityClaim, otherIssuer }: Settings,
  database: Database,
): Promise<LocalSystem> => {
  const address = `http://127.0.0.1:${port}`
  const issuer = `${address}/oidc`
  const at = (name: string) => join(directory, name)
  const clock = openClock(at('clock'), now)
  // The demo's last write is a single one, so all transactions before it are committed.
  const sign = keyFileSigner(at('signing-key.pem'))
  const publicKeys = await openPublicKeys(at('public-keys.json'), sign)
  const { endpoint, accessKey } = database
  const seal = openSeal(at('seal-key'))
  const complaintKey = openKey(at('complaint-key'))
  const bare = await openTable(endpoint, TABLE, { accessKey, seal })
  await bringToForm(bare, keptForm(at('form'), hasHeld(directory, 'seal-key')))
  keepForm(at('form'))
  const hasPeople = await furnish(bare, demo, sign)
  const table = await openTable(endpoint, TABLE, { accessKey, durable: true, seal })
  const inbox = openInbox(at('mail.sqlite'))
  const receiver = await startReceiver(inbox, () => timestamp(clock))
  const objects = openObjects(at('objects'), address, clock)
  const keys = await openKeys(at('identity-keys.json'))
  const tokens = await openTokens(issuer, keys)
  const verify = otherIssuer === undefined ? tokens.verify : await openOtherTokens(otherIssuer)

  const functions = openFunctions(() => host)
  let faulty: (fault: unknown) => void = () => undefined
  const engineFault = new Promise<unknown>((resolve) => {
    faulty = resolve
  })
  const machines = (await loadMachines()).map(({ name, definition, substitutions }) => ({
    name,
    definition: fillSubstitutions(definition, substitutions),
  }))
  const engine: Engine = openEngine({
    file: at('engine.sqlite'),
    clock,
    machines,
    invoke: (name, payload) => functions.invoke(name, payload),
    onFault: faulty,
  })

  const host: LocalHost = {
    table,
    clock,
    objects,
    publicUrl: address,
    identityClaim,
    signer: sign,
    publicKeys,
    complaintKey: async () => complaintKey,
    workflows: engineWorkflows(engine),
    executions: engineExecutions(engine, new Map(machines.map(({ name, definition }) => [name, definition]))),
    mailer: smtpMailer(async () => ({
      host: '127.0.0.1',
      port: receiver.port,
      secure: false,
      from: 'noreply@platform.example',
    })),
  }

  /** A failed job is tried once more, as in the cloud, and then waits for its next turn. */
  const runJob = async (name: string, scheduledAt: number, attempt = 1): Promise<void> => {
    try {
      await functions.invoke(name, { scheduledAt: new Date(scheduledAt).toISOString() })
    } catch (fault) {
      console.error(fault)
      if (attempt === 1) await runJob(name, scheduledAt, 2)
    }
  }
  const schedules = openSchedules(clock.now(), runJob, at('schedules.json'))
  const time = openTime(clock, engine, schedules)
  engine.resume()
  // What a kill left between the database and the engine goes on before anyone asks.
  const { restarted } = Reconciled.parse(await functions.invoke('reconcile', { graceSeconds: 0 }))
  if (restarted > 0)
    console.error(
      `  ${restarted} 件事项的流程已丢失，已从所在环节重新启动。 The executions of ${restarted} matters were lost; they were started again from where they stand.`,
    )
  const ticking = setInterval(() => {
    time.tick().catch((fault: unknown) => console.error(fault))
  }, TICK_MILLISECONDS)

  const accounts = hasPeople ? demoAccounts : []
  const invitation = hasPeople ? undefined : await begin(host)
  const identity = openIdentity(issuer, keys, accounts, openIdentityStore(at('identity.sqlite')))
  rememberDataFolder(directory)
  const web = readWeb({
    issuer: otherIssuer?.issuer ?? issuer,
    clientId: otherIssuer?.clientId ?? 'web',
    ...(otherIssuer?.asksForResource === false ? {} : { audience: otherIssuer?.audience ?? AUDIENCE }),
    origin: address,
    inbox: '/local/mail',
  })
  return {
    accounts,
    invitation,
    served: {
      api: openGateway(functions, verify, openClientLimits()),
      // Where others say who someone is, nothing here does: no sign-in without a password, no token for the asking.
      identity: otherIssuer === undefined ? identity : undefined,
      // A client's subject is no login: no account has a colon in its id.
      issueClientToken: (client) =>
        tokens.issue(`client:${client}`, { client_id: client, scope: MACHINE_SCOPES }),
      issueToken: async (account, claims) => (isLogin(account) ? tokens.issue(account, claims) : undefined),
      mail: serveInbox(inbox),
      objects: serveUpload(objects),
      clock,
      moveClock: time.moveTo,
      engine,
      web,
    },
    broken: Promise.race([
      database.ended.then(
        () => '数据库进程意外结束，请重新运行 npm start。 The database has ended; run npm start again.',
      ),
      engineFault.then(
        (fault) =>
          `流程引擎不能继续：${String(fault)}。请重新运行 npm start。 The workflow engine can't go on; run npm start again.`,
      ),
    ]),
    async close() {
      clearInterval(ticking)
      await engine.close()
      await receiver.close()
      inbox.close()
      await database.stop()
    },
  }
}
