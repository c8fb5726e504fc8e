import type { LookUp, Verified } from './look-up.ts'
import type { Words } from './words.ts'

const element = (name: string, className: string, ...children: readonly (Node | string)[]): HTMLElement => {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

const banner = (tone: string, title: string, ...more: readonly Node[]): HTMLElement =>
  element('div', `banner ${tone}`, element('h2', '', title), ...more)

const paragraph = (...children: readonly (Node | string)[]) => element('p', '', ...children)

const tones = { valid: 'good', corrected: 'wait', revoked: 'bad' } as const

/** Everything that is printed on the sheet, to compare. */
const fields = (
  certificate: Verified,
  say: Words,
): readonly (readonly [name: string, value: string | null])[] => {
  const { status, kind, number, name, institution, year, hours, issuedOn, changedOn } = certificate
  const inHours = (amount: number) => `${amount} ${say.hours}`
  return [
    [say.kind, say[kind]],
    [say.number, number],
    [say.name, name],
    [say.institution, institution],
    [say.year, String(year)],
    [say.publicHours, inHours(hours.public)],
    [say.professionalHours, inHours(hours.professional)],
    [say.totalHours, inHours(hours.total)],
    [say.issuedOn, issuedOn],
    [status === 'revoked' ? say.revokedOn : say.correctedOn, changedOn],
  ]
}

const found = (certificate: Verified, say: Words): Node[] => {
  const { status } = certificate
  const rows = fields(certificate, say).flatMap(([name, value]) =>
    value === null ? [] : [element('div', '', element('dt', '', name), element('dd', '', value))],
  )
  return [banner(tones[status], say[status], paragraph(say[`${status}Text`])), element('dl', '', ...rows)]
}

/** The nodes that show a look-up's result; `again` is called to try once more. */
export const resultNodes = (looked: LookUp, say: Words, again: () => void): Node[] => {
  const retry = () => {
    const button = element('button', '', say.again)
    button.addEventListener('click', again)
    return button
  }
  switch (looked.kind) {
    case 'found':
      return found(looked.certificate, say)
    case 'unknown':
      return [banner('bad', say.unknown, paragraph(say.unknownText))]
    case 'offline':
      return [banner('wait', say.offline, paragraph(say.offlineText), retry())]
    case 'fault':
      return [
        banner(
          'wait',
          say.fault,
          ...(looked.sentence === undefined ? [] : [paragraph(looked.sentence)]),
          paragraph(say.faultText, ' ', element('code', '', looked.tracking)),
          retry(),
        ),
      ]
  }
}
