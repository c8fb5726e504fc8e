import { createHash, randomUUID } from 'node:crypto'
import jsonata from 'jsonata'
import type { Clock } from './clock.ts'

interface JsonataFunction {
  readonly implementation: Parameters<jsonata.Expression['registerFunction']>[1]
  readonly signature: string
}

const algorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
}

const partition = (items: readonly unknown[], size: number): unknown[][] => {
  if (size < 1) throw new Error('The second argument of the partition function must be positive')
  const parts: unknown[][] = []
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size))
  return parts
}

const range = (first: number, last: number, step: number): number[] => {
  if (step === 0 || Math.abs((last - first) / step) > 1_000)
    throw new Error('The range is not finite, or over 1000')
  const numbers: number[] = []
  for (let number = first; step > 0 ? number <= last : number >= last; number += step) numbers.push(number)
  return numbers
}

const hash = (data: string, algorithm: string): string => {
  const name = algorithms[algorithm]
  if (name === undefined)
    throw new Error(`The hash algorithm ${algorithm} is not one of ${Object.keys(algorithms)}`)
  return createHash(name).update(data).digest('hex')
}

/** A number from 0 to 1; the same for the same seed (xorshift32: AWS does not say which it uses). */
const random = (seed?: number): number => {
  if (seed === undefined) return Math.random()
  let bits = (Math.trunc(seed) ^ 0x9e3779b9) | 1
  bits ^= bits << 13
  bits ^= bits >>> 17
  bits ^= bits << 5
  return (bits >>> 0) / 0x1_0000_0000
}

const fromMillis = jsonata('$fromMillis($moment, $picture, $timezone)')

/**
 * The functions that Step Functions adds to JSONata (`$partition`, `$range`, `$hash`, `$random`, `$uuid`,
 * `$parse`), without the forbidden `$eval`; the two that ask for the time ask the one clock.
 */
export const stepFunctionsFunctions = (clock: Clock): Readonly<Record<string, JsonataFunction>> => ({
  partition: { implementation: partition, signature: '<an:a>' },
  range: { implementation: range, signature: '<nnn:a<n>>' },
  hash: { implementation: hash, signature: '<ss:s>' },
  random: { implementation: random, signature: '<n?:n>' },
  uuid: { implementation: () => randomUUID(), signature: '<:s>' },
  parse: { implementation: (text: string): unknown => JSON.parse(text), signature: '<s:x>' },
  eval: {
    implementation: () => {
      throw new Error('The function eval is not supported by Step Functions')
    },
    signature: '<sx?:x>',
  },
  millis: { implementation: () => clock.now(), signature: '<:n>' },
  now: {
    implementation: (picture?: string, timezone?: string): unknown =>
      picture === undefined
        ? new Date(clock.now()).toISOString()
        : fromMillis.evaluate(undefined, { moment: clock.now(), picture, timezone }),
    signature: '<s?s?:s>',
  },
})
