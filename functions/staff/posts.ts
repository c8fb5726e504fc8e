import { Temporal } from 'temporal-polyfill'
import type { PostType } from '../platform/terms.ts'
import type { Person, Post } from './person.ts'

/** The day before a date, `YYYY-MM-DD`. */
export const dayBefore = (date: string): string =>
  Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()

/** A person's posts by date; without any, the post of the record from the hiring on. */
export const postsOf = ({
  posts,
  postType,
  hiredOn,
}: Pick<Person, 'posts' | 'postType' | 'hiredOn'>): Post[] =>
  posts === undefined || posts.length === 0 ? [{ postType, from: hiredOn }] : posts

/**
 * The type of post held on a day: of several at once (双肩挑) that of the record, where it is among them, for a post
 * beside it changes no type; else the one that began last. On a day without one the next one, else the last.
 */
export const postTypeOn = (person: Pick<Person, 'posts' | 'postType' | 'hiredOn'>, day: string): PostType => {
  const posts = postsOf(person).toSorted((one, other) => one.from.localeCompare(other.from))
  const held = posts.filter(({ from, to }) => from <= day && (to === undefined || day <= to))
  const main = held.find(({ postType }) => postType === person.postType) ?? held.at(-1)
  return (main ?? posts.find(({ from }) => from > day) ?? posts.at(-1))?.postType ?? person.postType
}

/**
 * The person with a new post from a day on, which ends those held until then; `today` decides the present
 * type.
 */
export const takesPost = (person: Person, postType: PostType, from: string, today: string): Person => {
  const known = postsOf(person)
  const before = known
    .filter((post) => post.from < from)
    .map((post) => (post.to === undefined || post.to >= from ? { ...post, to: dayBefore(from) } : post))
  // Posts that begin later were approved already and stay.
  const later = known.filter((post) => post.from > from)
  const [next] = later.map((post) => post.from).toSorted()
  const posts: Post[] = [
    ...before,
    { postType, from, ...(next === undefined ? {} : { to: dayBefore(next) }) },
    ...later,
  ]
  return { ...person, posts, postType: postTypeOn({ ...person, posts }, today) }
}
