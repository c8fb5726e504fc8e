import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'

/** The Idempotency-Key of a call that may have one; undefined where it has none. */
export const optionalKey = (
  event: APIGatewayProxyEventV2,
): Outcome<string | undefined, 'IDEMPOTENCY_KEY_MISSING'> => {
  const key = event.headers['idempotency-key']?.trim() ?? ''
  if (key.length > 255) return refuse('IDEMPOTENCY_KEY_MISSING')
  return succeed(key === '' ? undefined : key)
}
