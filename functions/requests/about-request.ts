import { hoursText, justifiedGrounds, modes, spanText, subjects } from '../platform/words.ts'
import { isOfMany, type Request, type TrainingLine } from './request.ts'

const isGround = (ground: string): ground is keyof typeof justifiedGrounds => ground in justifiedGrounds

/** The words of a justified ground; a ground without a name stands as its filer wrote it. */
export const groundText = (ground: string): string =>
  isGround(ground) ? justifiedGrounds[ground].zh : ground

/** A line as people read it: subject, way, dates and hours. */
export const lineText = (line: TrainingLine): string =>
  `${subjects[line.subject].zh}，${modes[line.mode].zh}，${spanText(line.from, line.to).zh}，${hoursText(line.claimedTenths)}`

/** What a request is about, as labelled facts: one of its lines, or all of them. */
export const aboutText = (request: Request, only?: number): readonly (readonly [string, string])[] => {
  switch (request.type) {
    case 'recognition':
    case 'class_roster':
    case 'feed_batch':
      return [
        ['培训名称', request.title],
        ...(request.type === 'feed_batch' ? [['培训机构', request.provider] as const] : []),
        ...(isOfMany(request) ? [['参训人数', `${request.participantCount} 人`] as const] : []),
        ...request.lines
          .filter((_, index) => only === undefined || index === only)
          .map((line) => ['申报内容', lineText(line)] as const),
      ]
    case 'make_up_delay':
      return [
        ['申请事项', request.title],
        ['延迟原因', request.reason],
      ]
    case 'deemed':
      return [
        ['申请事项', request.title],
        ['事由', request.reason],
      ]
    case 'record_change':
      return [
        ['申请事项', request.title],
        ['生效日期', request.to === undefined ? request.from : spanText(request.from, request.to).zh],
        ['变更原因', request.reason],
      ]
    case 'justified_reason':
      return [
        ['申请事项', request.title],
        ['事由', groundText(request.ground)],
        ['说明', request.reason],
      ]
    case 'objection':
      return [
        ['申请事项', request.title],
        ['异议理由', request.reason],
      ]
    case 'programme_filing':
      return [
        ['培训班', request.title],
        ['举办单位', request.organiser],
        ['培训日期', `${request.firstDay} 至 ${request.lastDay}`],
        ['培训地点', request.place],
      ]
    case 'post_change':
      return [
        ['申请事项', request.title],
        ['变动日期', request.effectiveOn],
        ['变动原因', request.reason],
      ]
  }
}
