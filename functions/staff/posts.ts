import { Temporal } from 'temporal-polyfill'
import type { PostType } from '../platform/terms.ts'
import type { Person, Post } from './person.ts'

/** The day before a date, `YYYY-MM-DD`. */
export const dayBefore = (date: string): string =>
  Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()

/** The posts of a person, as the register has them by date; from the hiring on the one that it names, where it has none. */
export const postsOf = ({
  posts,
  postType,
  hiredOn,
}: Pick<Person, 'posts' | 'postType' | 'hiredOn'>): Post[] =>
  posts === undefined || posts.length === 0 ? [{ postType, from: hiredOn }] : posts

/**
 * The type of post that is held on a day. Of posts that are held at once it is the one that began last; on a day
 * without any it is the next one, or the last.
 */
export const postTypeOn = (person: Pick<Person, 'posts' | 'postType' | 'hiredOn'>, day: string): PostType => {
  const posts = postsOf(person).toSorted((one, other) => one.from.localeCompare(other.from))
  const held = posts.findLast(({ from, to }) => from <= day && (to === undefined || day <= to))
  return (held ?? posts.find(({ from }) => from > day) ?? posts.at(-1))?.postType ?? person.postType
}

/** The person with a new post from a day on, in place of those held until then; `today` says which one is theirs now. */
export const takesPost = (person: Person, postType: PostType, from: string, today: string): Person => {
  const known = postsOf(person)
  const before = known
    .filter((post) => post.from < from)
    .map((post) => (post.to === undefined || post.to >= from ? { ...post, to: dayBefore(from) } : post))
  // What begins later has been decided already, and stays.
  const later = known.filter((post) => post.from > from)
  const [next] = later.map((post) => post.from).toSorted()
  const posts: Post[] = [
    ...before,
    { postType, from, ...(next === undefined ? {} : { to: dayBefore(next) }) },
    ...later,
  ]
  return { ...person, posts, postType: postTypeOn({ ...person, posts }, today) }
}
