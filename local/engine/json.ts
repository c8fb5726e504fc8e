/** What travels between states: plain JSON, never changed in place. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** Reads JSON text that this engine, or JSON.stringify, has written. */
export const parseJson = (text: string): Json => JSON.parse(text)

/** What a value is after a trip over the wire, as between Step Functions and Lambda; nothing is null. */
export const overTheWire = (value: unknown): Json => {
  const text: string | undefined = JSON.stringify(value)
  return text === undefined ? null : parseJson(text)
}
