import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import { ReadingsJson } from '../../rules/readings-json.ts'
import { region } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, LONGEST_ORGANISATION_NAME, line, pageOf, Reason } from '../platform/shapes.ts'
import { ProviderCheck } from '../platform/terms.ts'

const ProviderName = line(LONGEST_ORGANISATION_NAME)

const listing = {
  name: ProviderName,
  aliases: z.array(ProviderName).max(20),
  listedFrom: DateJson,
  listedUntil: DateJson.nullable(),
  clientId: line(200).nullable().meta({
    description: 'The client id of its program at the identity provider; null: the listing’s id.',
  }),
  publicKey: z.string().trim().min(1).max(1000).nullable().meta({
    description:
      'The public key (PEM, Ed25519 or EC P-256) by which the files that it signs are checked; null: none.',
  }),
  recognisedAtOnce: z.boolean().meta({
    description:
      '[R] Art. 38, 41: hours that it delivers are recognised at once, without a desk. The text names the provider, not the desk, so the region may decide so; by default each day’s hours go to department and authority.',
  }),
}

export const NewProvider = z
  .object({
    ...listing,
    aliases: listing.aliases.default([]),
    listedUntil: listing.listedUntil.default(null),
    clientId: listing.clientId.default(null),
    publicKey: listing.publicKey.default(null),
    recognisedAtOnce: listing.recognisedAtOnce.default(false),
    reason: Reason,
  })
  .meta({ id: 'NewProvider' })
export type NewProvider = Omit<z.infer<typeof NewProvider>, 'clientId' | 'recognisedAtOnce' | 'publicKey'> & {
  readonly clientId?: string | null | undefined
  readonly publicKey?: string | null | undefined
  readonly recognisedAtOnce?: boolean | undefined
}

export const ProviderChangeBody = z
  .object({ version: z.number().int().min(1), reason: Reason, ...z.object(listing).partial().shape })
  .meta({ id: 'ProviderChange' })
export type ProviderChangeBody = z.infer<typeof ProviderChangeBody>

export const ProviderView = z
  .object({
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    listedFrom: z.string(),
    listedUntil: z.string().nullable(),
    clientId: z.string().nullable(),
    publicKey: z.string().nullable(),
    recognisedAtOnce: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Provider' })
export type ProviderView = z.infer<typeof ProviderView>

const Rate = z
  .object({
    unit: z.enum(['day', 'session']),
    hours: z
      .number()
      .positive()
      .max(24)
      .refine((hours) => Math.round(hours * 10) / 10 === hours, {
        params: { zh: '学时至多一位小数。', en: 'Hours have at most one decimal place.' },
      }),
    capHours: z.number().int().positive().max(1000).nullable(),
  })
  .meta({ id: 'ActivityRate', description: 'Hours a day or session, and the most that a year counts.' })

export const RatesBody = z
  .object({
    validFrom: DateJson,
    rates: z.object({ practice: Rate, conference: Rate, lecture: Rate, visit: Rate }),
    reason: Reason,
  })
  .meta({ id: 'NewRates' })
export type RatesBody = z.infer<typeof RatesBody>

const RatesView = z
  .object({
    validFrom: z.string(),
    example: z
      .boolean()
      .meta({ description: 'For demonstration: the regulation gives no figures (Art. 37).' }),
    rates: RatesBody.shape.rates,
    at: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'Rates' })

export const ParametersBody = z
  .object({
    effectiveFrom: DateJson,
    readings: ReadingsJson.partial().optional(),
    providerCheck: ProviderCheck.optional(),
    reason: Reason,
  })
  .meta({ id: 'NewParameters', description: 'What is not named stays as it is.' })
export type ParametersBody = z.infer<typeof ParametersBody>

const ParametersView = z
  .object({
    edition: z.object({
      name: z.string(),
      inForceFrom: z.string(),
      figures: z.array(
        z.object({ name: z.string(), article: z.string(), value: z.number(), unit: z.string() }),
      ),
    }),
    readings: z.array(
      z.object({
        name: z.string(),
        article: z.string(),
        value: z.unknown(),
        default: z.unknown(),
        what: z.string(),
        why: z.string(),
        whom: z.string().meta({ description: 'Whose obligations another value reads anew.' }),
      }),
    ),
    providerCheck: ProviderCheck,
    versions: z.array(
      z.object({
        effectiveFrom: z.string(),
        readings: ReadingsJson,
        providerCheck: ProviderCheck,
        at: z.string(),
        reason: z.string(),
        names: z.array(z.string()).optional().meta({ description: 'The readings that it sets.' }),
        until: z.string().optional().meta({ description: 'Until when these hold, where they end.' }),
        ends: z.string().optional().meta({ description: 'The version whose readings end before it.' }),
      }),
    ),
  })
  .meta({ id: 'Parameters' })
export type ParametersView = z.infer<typeof ParametersView>

export const listProviders = {
  id: 'list-providers',
  callers: 'account',
  summary: 'The providers of online training that the region lists (Art. 41)',
  query: z.object({ on: DateJson.optional().meta({ description: 'Those listed on this day alone.' }) }),
  reply: pageOf(ProviderView),
  refuses: [],
} as const satisfies Operation

export const registerProvider = {
  id: 'register-provider',
  callers: region,
  summary: 'List a provider; by the region',
  body: NewProvider,
  reply: ProviderView,
  status: 201,
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const changeProvider = {
  id: 'change-provider',
  callers: region,
  summary: 'Change what the list says of a provider, or end its listing; by the region',
  params: idParams,
  body: ProviderChangeBody,
  reply: ProviderView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'STALE_VERSION'],
} as const satisfies Operation

export const listRates = {
  id: 'list-rates',
  callers: 'account',
  summary: 'The rate tables of activities (Art. 37), the newest first',
  reply: pageOf(RatesView),
  refuses: [],
} as const satisfies Operation

export const setRates = {
  id: 'set-rates',
  callers: region,
  summary: 'Set a rate table from a day on; by the region. Earlier tables stay',
  body: RatesBody,
  reply: RatesView,
  status: 201,
  refuses: ['NOT_ALLOWED', 'VERSION_NOT_LATER'],
} as const satisfies Operation

export const readParameters = {
  id: 'read-parameters',
  callers: 'account',
  summary: 'The edition’s figures, and how the open places of the text are read, with the reasons',
  reply: ParametersView,
  refuses: [],
} as const satisfies Operation

export const setParameters = {
  id: 'set-parameters',
  callers: region,
  summary: 'Set readings from a day on; by the region. Years that have been closed keep theirs',
  body: ParametersBody,
  reply: ParametersView,
  status: 201,
  refuses: ['NOT_ALLOWED', 'VERSION_NOT_LATER', 'YEAR_FROZEN'],
} as const satisfies Operation
