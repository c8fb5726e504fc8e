import * as z from 'zod'

declare const kind: unique symbol

/**
 * A text that names one kind of thing. The compiler takes plain texts (from paths, stored items, tests) for it, and
 * refuses the id of another kind: a person's id where a request's is meant is a fault of the build.
 */
type Id<Kind extends string> = string & { readonly [kind]?: Kind }

/** A person on a register, such as `staff.000123`. */
export type StaffId = Id<'staff'>
/** A request, of whatever kind. */
export type RequestId = Id<'request'>
/** An institution, department, authority or the region. */
export type OrganisationId = Id<'organisation'>
/** A programme of training; its filing is the request of the same id. */
export type ProgrammeId = Id<'request'>
/** Somebody who may sign in. */
export type AccountId = Id<'account'>

/** The shape of an id in a record that this system wrote itself. */
const written = <One extends string>(): z.ZodType<One, One> => z.string() as unknown as z.ZodType<One, One>

export const StaffId = written<StaffId>()
export const RequestId = written<RequestId>()
export const ProgrammeId = written<ProgrammeId>()
export const OrganisationId = written<OrganisationId>()
export const AccountId = written<AccountId>()
