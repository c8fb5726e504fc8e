import canonicalize from 'canonicalize'
import { sha256 } from './identifiers.ts'

/** SHA-256 in hexadecimal over a value's canonical JSON (RFC 8785): the same whatever the order of its fields. */
export const canonicalHash = (value: unknown): string => sha256(canonicalize(value) ?? '')
