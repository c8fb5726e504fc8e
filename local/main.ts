import { flushCompileCache } from 'node:module'
import { join } from 'node:path'

// Set before any function is loaded: on one machine metrics go nowhere, and logs say what went wrong alone.
process.env.POWERTOOLS_METRICS_DISABLED ??= 'true'
process.env.POWERTOOLS_LOG_LEVEL ??= 'WARN'
process.env.POWERTOOLS_DEV ??= 'false'

const { readSettings, SettingsWrongError } = await import('./settings.ts')
const { exitWithParent, InstanceRefusedError, listenLocally, openInstance } = await import('./instance.ts')
const { DatabaseUnavailableError, startDatabase } = await import('./database.ts')
const { IssuerUnreachableError } = await import('./identity/other-issuer.ts')
const { checkDataFolder, closeToOthers, DataFolderDamagedError } = await import('./data-folder.ts')

const start = async (): Promise<void> => {
  const settings = readSettings(process.argv.slice(2), process.env)
  // After Ctrl-C npm may return before the instance before has ended: wait for it.
  const instance = openInstance(settings.directory, 3000)
  if (settings.fresh) instance.clear()
  closeToOthers(settings.directory)
  for (const sentence of checkDataFolder(settings.directory)) console.error(sentence)
  // Java takes two seconds to start; the other modules load meanwhile.
  const [database, { createLocalServer }, { openSystem }] = await Promise.all([
    startDatabase({
      directory: join(settings.directory, 'database'),
      isForMuch: settings.demo === 'large',
    }),
    import('./server.ts'),
    import('./system.ts'),
  ])
  const system = await openSystem(settings, database)
  const server = createLocalServer(system.served)

  let ending: Promise<void> | undefined
  const end = (code: number) => {
    ending ??= (async () => {
      server.close()
      server.closeAllConnections()
      await system.close()
      instance.release()
      process.exit(code)
    })()
    return ending
  }
  try {
    await listenLocally(server, settings.port)
  } catch (error) {
    await system.close()
    instance.release()
    throw error
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  exitWithParent(() => void end(0))
  system.broken.then((reason) => {
    if (ending) return
    console.error(reason)
    void end(1)
  })

  const address = `http://127.0.0.1:${settings.port}`
  const { accounts, invitation } = system
  const widest = Math.max(...accounts.map(({ id }) => id.length))
  const people =
    accounts.length > 0
      ? `演示账号 Demo accounts\n${accounts.map(({ id, name, title }) => `  ${id.padEnd(widest)}  ${name}，${title}`).join('\n')}`
      : `没有演示数据：第一个账号的邀请在收件箱里。 No demo: the first account's invitation is in the inbox.${
          invitation === undefined ? '' : `\n  ${invitation}`
        }`
  console.log(`
  内蒙古自治区事业单位工作人员培训综合管理平台
  ${address}            首页
  ${address}/local/mail 收件箱（系统发出的所有邮件）
  ${address}/docs       接口说明

  ${people}

  按 Ctrl-C 停止；数据保存在 ${settings.directory}（仅限本用户读写）
  数据库端口 ${new URL(database.endpoint).port} 在所有网络地址上监听，没有本目录的访问密钥看不到数据；请勿在不可信的网络中存放真实数据
`)
  // Where one is kept (`scripts/run.mjs`): a process that is killed would keep nothing for the next start.
  flushCompileCache()
}

try {
  await start()
} catch (error) {
  const expected =
    error instanceof SettingsWrongError ||
    error instanceof IssuerUnreachableError ||
    error instanceof InstanceRefusedError ||
    error instanceof DatabaseUnavailableError ||
    error instanceof DataFolderDamagedError
  console.error(expected ? error.message : error)
  process.exit(1)
}
