import type { Letter } from '../platform/letter.ts'
import type { Programme } from '../programmes/programme.ts'
import { halves } from '../programmes/words.ts'

const halfOrder = { morning: 1, afternoon: 2 } as const

type Told = Pick<Programme, 'id' | 'title' | 'organiserName' | 'firstDay' | 'lastDay' | 'place'>

const letter = (
  programme: Told,
  publicUrl: string,
  subject: string,
  text: string,
  more: readonly (readonly [string, string])[] = [],
): Letter => ({
  subject,
  greeting: '您好：',
  paragraphs: [text],
  facts: [
    ['培训班', programme.title],
    ['举办单位', programme.organiserName],
    ['时间', `${programme.firstDay} 至 ${programme.lastDay}`],
    ['地点', programme.place],
    ...more,
  ],
  link: { label: '查看培训班', url: `${publicUrl}/classes/${encodeURIComponent(programme.id)}` },
})

/** To somebody whom their institution or the organiser enrolled. */
export const enrolledLetter = (programme: Told, publicUrl: string, seated: boolean): Letter =>
  letter(
    programme,
    publicUrl,
    '您已被安排参加培训班',
    seated
      ? '您已被安排参加下列培训班。时间有冲突的，请尽快告诉本单位或举办单位。'
      : '您已列入下列培训班的候补名单。有人退出时依次递补，届时另行告知。',
  )

/** To an institution: enrolments of its people wait for its word. It names nobody; its list does. */
export const askedLetter = (programme: Told, publicUrl: string): Letter => ({
  ...letter(
    programme,
    publicUrl,
    '有培训班报名等待贵单位同意',
    '贵单位有人员报名参加下列培训班，或者被举办单位调训，等待贵单位同意；同意即登记（第三十四条）。名额按同意的先后，请尽快答复。',
  ),
  link: { label: '查看待同意的报名', url: `${publicUrl}/classes/asked` },
})

/** To somebody who moved up from the waiting list. */
export const movedUpLetter = (programme: Told, publicUrl: string): Letter =>
  letter(programme, publicUrl, '培训班候补成功', '有人退出，您已由候补转为正式学员，请按时参加。')

/** To somebody who waits again: places go to those whose institution has agreed. */
export const movedDownLetter = (programme: Told, publicUrl: string): Letter =>
  letter(
    programme,
    publicUrl,
    '您已转为培训班候补',
    '名额以单位同意为准，现已由单位先同意的人员占满，您转为候补。请联系所在单位尽快答复您的报名。',
  )

/** To somebody whose institution answered, or whom others took out. */
export const answeredLetter = (
  programme: Told,
  publicUrl: string,
  answer: 'agree' | 'decline' | 'leave',
  reason: string | undefined,
  isWaiting = false,
): Letter => {
  const texts = {
    agree: [
      '培训班报名已获单位同意',
      isWaiting
        ? '所在单位已同意您参加下列培训班，并已登记（第三十四条）。名额已满，您在候补名单里，有人退出时依次递补。'
        : '所在单位已同意您参加下列培训班，并已登记（第三十四条）。',
    ],
    decline: ['培训班报名未获单位同意', '所在单位不同意您参加下列培训班。有疑问的，请与本单位联系。'],
    leave: ['您已退出培训班', '您不再是下列培训班的学员。有疑问的，请与本单位或举办单位联系。'],
  } as const
  const [subject, text] = texts[answer]
  return letter(programme, publicUrl, subject, text, reason === undefined ? [] : [['原因', reason]])
}

/** What of a class moved. */
export interface Moved {
  readonly place: boolean
  readonly days: boolean
}

const movedTexts = {
  place: ['培训班的地点有变动', '您报名的下列培训班换了地点，时间不变。请按新的地点参加。'],
  days: ['培训班的时间有变动', '您报名的下列培训班变动了时间，地点不变。请按新的日程参加。'],
  both: ['培训班的时间和地点有变动', '您报名的下列培训班变动了时间和地点。请按新的安排参加。'],
} as const

/** To all of a class whose place or days changed: which of them, and the days where these moved. */
export const changedLetter = (
  programme: Told & Pick<Programme, 'sessions'>,
  publicUrl: string,
  reason: string,
  moved: Moved,
): Letter => {
  const [subject, text] = movedTexts[moved.place === moved.days ? 'both' : moved.place ? 'place' : 'days']
  const days = [...programme.sessions]
    .toSorted((one, other) =>
      `${one.day}${halfOrder[one.half]}`.localeCompare(`${other.day}${halfOrder[other.half]}`),
    )
    .map(({ day, half }) => `${day} ${halves[half].zh}`)
  return letter(programme, publicUrl, subject, `${text}不能参加的，请在培训班页面退出。`, [
    ...(moved.place && !moved.days ? [] : [['新的日程', days.join('；')] as const]),
    ['变动原因', reason],
  ])
}

/** To all of a class: what its organiser has to say. The subject tells nothing of it. */
export const noticeLetter = (
  programme: Told,
  publicUrl: string,
  {
    title,
    text,
    link,
    files = [],
  }: {
    readonly title: string
    readonly text: string
    readonly link?: string | undefined
    readonly files?: readonly { readonly name: string }[] | undefined
  },
): Letter =>
  letter(programme, publicUrl, '您的培训班有新的通知', '举办单位向全体学员发布了下列通知。', [
    ['通知', title],
    ['内容', text],
    ...(link === undefined ? [] : [['材料', link] as const]),
    // Files are read on the class's page, signed in: a mail carries no address of theirs.
    ...(files.length === 0 ? [] : [['附件', files.map(({ name }) => name).join('；')] as const]),
  ])

/** To all of a class that is not held. */
export const cancelledLetter = (programme: Told, publicUrl: string, reason: string): Letter =>
  letter(programme, publicUrl, '培训班已取消', '下列培训班不再举办，请不要前往。', [['原因', reason]])
