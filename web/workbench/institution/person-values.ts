import type { NewPerson, Person, PersonChange } from '../../shared/api/types.gen.ts'

type PostType = Person['postType']

/** What stands in the form; a period that was added and not filled in yet has no days. */
export interface PersonValues {
  readonly name?: string
  readonly staffNo?: string | null
  readonly postType?: PostType
  readonly hiredOn?: string
  readonly leader?: boolean
  readonly onRegister?: boolean
  readonly highLevelTalent?: boolean
  readonly disability?: boolean
  readonly retiresOn?: string | null
  readonly terms?: Person['terms']
  readonly leaves?: Person['leaves']
}

/** A record as the form has it. */
export const valuesOf = (person: Person): PersonValues => {
  const { name, staffNo, postType, hiredOn, leader, onRegister, highLevelTalent } = person
  const { disability, retiresOn, terms, leaves } = person
  return {
    name,
    staffNo: staffNo ?? '',
    postType,
    hiredOn,
    leader,
    onRegister,
    highLevelTalent,
    disability,
    retiresOn,
    terms,
    leaves,
  }
}

export const emptyPerson: PersonValues = {
  onRegister: true,
  leader: false,
  highLevelTalent: false,
  disability: false,
  terms: [],
  leaves: [],
}

const orNull = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null)

/** The fields that the API has, with what is empty taken away. */
const sent = (values: PersonValues) => ({
  ...values,
  staffNo: orNull(values.staffNo),
  retiresOn: orNull(values.retiresOn),
})

type Named = Exclude<keyof PersonChange, 'version' | 'reason'>

/** The fields that differ from the record the form began with; only these are sent. */
export const changedFields = (
  before: PersonValues,
  after: PersonValues,
): Partial<Pick<PersonChange, Named>> => {
  const was = sent(before)
  return Object.fromEntries(
    Object.entries(sent(after)).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof PersonValues]),
    ),
  )
}

/** A new person's form as it may be sent: what everyone has is filled in. */
export interface NewPersonValues extends PersonValues {
  readonly name: string
  readonly postType: PostType
  readonly hiredOn: string
  /** Said after the question whether it is whoever stands on another register. */
  readonly isAnother?: boolean
}

/** The body that registers a person: what is empty is left out. */
export const newPersonOf = (
  institutionId: string,
  values: NewPersonValues & { readonly reason: string },
): NewPerson => {
  const { staffNo, retiresOn, ...others } = values
  const number = orNull(staffNo)
  const retirement = orNull(retiresOn)
  return {
    institutionId,
    ...others,
    ...(number === null ? {} : { staffNo: number }),
    ...(retirement === null ? {} : { retiresOn: retirement }),
  }
}
