import { groupVerifyCode } from '../../staff/certificate/number.ts'
import { proofOf } from '../../staff/certificate/proof.ts'
import { fingerprintOf, type SignedCertificate } from '../../staff/certificate/signing.ts'
import { BLUE, type Block, GREY, INK, MIDDLE, type Rule, setting, TEXT } from './line.ts'
import { layoutMiddle } from './sheet-middle.ts'
import { datedInChinese, occasionOf, provenanceOf } from './wording.ts'
import { fitText, type Measure, wrapEvenly } from './wrap.ts'

/** Everything on the sheet and its place, in points from the upper left corner; drawing only follows it. */
export interface Sheet {
  readonly blocks: readonly Block[]
  readonly rules: readonly Rule[]
  /** The diamond under the title: its middle. */
  readonly ornament: { readonly x: number; readonly y: number }
  readonly code: {
    readonly x: number
    readonly y: number
    readonly size: number
    /** Where it leads. */
    readonly address: string
    /** What it says: the address, and behind it the certificate's proof. */
    readonly text: string
  }
}

/** With a margin of four white modules on every side, which scanners need. */
const CODE = { x: TEXT.x + 6, y: 626, size: 84 } as const

/** A QR code with the proof has three times the modules, so it is larger; middle and foot stay the same. */
const LARGE_CODE = { x: CODE.x - 8, y: CODE.y - 16, size: 100 } as const

/**
 * The most characters of a code: 97 modules a side, each at least a third of a millimetre. A longer proof
 * stands in the PDF alone.
 */
const LONGEST_CODE = 664

const codeOf = (certificate: SignedCertificate, verifyUrl: string): Sheet['code'] => {
  const text = `${verifyUrl}#${proofOf(certificate)}`
  return text.length > LONGEST_CODE
    ? { ...CODE, address: verifyUrl, text: verifyUrl }
    : { ...LARGE_CODE, address: verifyUrl, text }
}

/** The upper part, the same on every sheet but for two words. */
const heading = ({ content }: SignedCertificate, measure: Measure): Block[] => {
  const { centred } = setting(measure)
  return [
    {
      role: 'P',
      lines: [centred('内蒙古自治区事业单位工作人员', MIDDLE, 106, { size: 12.5, colour: GREY, spacing: 4 })],
    },
    { role: 'H1', lines: [centred('培训合格证书', MIDDLE, 164, { size: 42, colour: BLUE, spacing: 12 })] },
    {
      role: 'P',
      lines: [
        centred(occasionOf(content), MIDDLE, 219, { size: 14, colour: BLUE, spacing: 2 }),
        centred(`编号 ${content.number}`, MIDDLE, 239, { size: 9.5, colour: GREY, spacing: 0.4 }),
      ],
    },
  ]
}

const issue = ({ content }: SignedCertificate, measure: Measure): Block => {
  const { centred } = setting(measure)
  const column = { x: 262, width: TEXT.x + TEXT.width - 262 }
  const middle = column.x + column.width / 2
  const issuer = fitText(
    content.issuer,
    {
      width: column.width,
      largest: 14,
      steps: [
        { lines: 1, smallest: 12 },
        { lines: 2, smallest: 11 },
        { lines: 4, smallest: 9 },
      ],
    },
    measure,
  )
  const date = CODE.y + CODE.size - 8
  const last = date - 28
  return {
    role: 'P',
    lines: [
      ...issuer.lines.map((text, index) =>
        centred(text, middle, last - (issuer.lines.length - 1 - index) * issuer.size * 1.5, {
          size: issuer.size,
          colour: INK,
          spacing: issuer.lines.length === 1 && issuer.size === 14 && text.length < 13 ? 1 : 0,
        }),
      ),
      centred(datedInChinese(content.issuedOn), middle, date, { size: 13, colour: INK, spacing: 0.5 }),
    ],
  }
}

const verifying = ({ content }: SignedCertificate, measure: Measure): Block => {
  const { centred } = setting(measure)
  const middle = CODE.x + CODE.size / 2
  const code = groupVerifyCode(content.verifyCode)
  return {
    role: 'P',
    lines: [
      centred('验证码', middle, CODE.y + CODE.size + 20, { size: 7.5, colour: GREY, spacing: 1 }),
      centred(code, middle, CODE.y + CODE.size + 33, { size: 10.5, colour: INK, spacing: 0.4 }),
    ],
  }
}

const FOOT = 788

/** Small lines that grow upwards from the foot. */
const footer = (certificate: SignedCertificate, verifyUrl: string, measure: Measure): Block => {
  const { content, keyId, algorithm } = certificate
  const { centred } = setting(measure)
  const digest = fingerprintOf(content)
    .slice(0, 16)
    .replaceAll(/(.{4})(?=.)/g, '$1 ')
  const seal = `电子签名 ${algorithm} · 密钥 ${keyId} · 内容摘要 ${digest}`
  const size = 7
  const width = TEXT.width + 40
  const lines = [...provenanceOf(content, verifyUrl), seal].flatMap((text) =>
    wrapEvenly(text, { size, width }, measure),
  )
  return {
    role: 'P',
    lines: lines.map((text, index) =>
      centred(text, MIDDLE, FOOT - (lines.length - 1 - index) * 11, { size, colour: GREY }),
    ),
  }
}

/**
 * Lays a certificate out on its sheet. `verifyUrl`: its address on the verify page, ending in the code. Names
 * of up to 50 characters and institutions of up to 100 get smaller type and more lines, within the frame.
 */
export const layoutSheet = (certificate: SignedCertificate, verifyUrl: string, measure: Measure): Sheet => {
  const middle = layoutMiddle(certificate, measure)
  return {
    blocks: [
      ...heading(certificate, measure),
      ...middle.blocks,
      issue(certificate, measure),
      verifying(certificate, measure),
      footer(certificate, verifyUrl, measure),
    ],
    rules: [
      { x: MIDDLE - 74, y: 189, width: 64, thickness: 0.6, colour: BLUE },
      { x: MIDDLE + 10, y: 189, width: 64, thickness: 0.6, colour: BLUE },
      ...middle.rules,
    ],
    ornament: { x: MIDDLE, y: 189 },
    code: codeOf(certificate, verifyUrl),
  }
}
