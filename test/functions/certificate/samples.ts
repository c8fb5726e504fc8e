import type { CertificateContent } from '../../../functions/staff/certificate/content.ts'
import {
  type CertificateKind,
  certificateNumber,
  verifyCode,
} from '../../../functions/staff/certificate/number.ts'

const obligations = {
  annual: { year: 2026, obligation: 'annual:2026', since: '2026-01-01', completedOn: null },
  induction: { year: 2026, obligation: 'induction', since: '2026-03-16', completedOn: '2026-08-21' },
  transfer: { year: 2026, obligation: 'transfer:pc1', since: '2026-03-01', completedOn: '2026-04-10' },
} as const

/** A certificate's content that holds together, of any kind, with what a test needs to be otherwise. */
export const sample = (
  kind: CertificateKind = 'annual',
  otherwise: Partial<CertificateContent> = {},
): CertificateContent => {
  const { year, obligation, since, completedOn } = obligations[kind]
  return {
    version: 1,
    number: certificateNumber({ year, kind, staffId: 'staff.li', obligation }),
    kind,
    year,
    obligation,
    staffId: 'staff.li',
    name: '李明',
    institution: '青城实验中学',
    postType: 'professional',
    since,
    completedOn,
    hours: { public: 32, professional: 60.5, total: 92.5 },
    days: 4,
    deemed: { public: false, professional: false, granted: { public: 0, professional: 0 }, articles: [] },
    edition: '2024',
    issuedOn: '2026-12-31',
    issuer: '呼和浩特市人社局',
    verifyCode: verifyCode(new Uint8Array(12).fill(7)),
    ...otherwise,
  }
}

export const deemedProfessional: Partial<CertificateContent> = {
  hours: { public: 30, professional: 12, total: 42 },
  deemed: {
    public: false,
    professional: true,
    granted: { public: 0, professional: 0 },
    articles: ['39(3)'],
  },
}

export const deemedWhole: Partial<CertificateContent> = {
  hours: { public: 0, professional: 0, total: 0 },
  days: 0,
  deemed: { public: true, professional: true, granted: { public: 0, professional: 0 }, articles: ['39(5)'] },
}

export const granted: Partial<CertificateContent> = {
  hours: { public: 20, professional: 50, total: 70 },
  deemed: {
    public: false,
    professional: false,
    granted: { public: 10, professional: 10 },
    articles: ['39(6)'],
  },
}

/** The longest statement: a subject deemed by several articles, the other one partly granted. */
export const wordiest: Partial<CertificateContent> = {
  hours: { public: 29.5, professional: 59.5, total: 89 },
  deemed: {
    public: false,
    professional: true,
    granted: { public: 10.5, professional: 0 },
    articles: ['39(2)', '39(3)', '39(4)', '39(6)'],
  },
}

/** The longest that each printed name may be. */
export const longest: Partial<CertificateContent> = {
  name: '阿拉坦苏和巴特尔·孛儿只斤·额尔德木图·乌兰其其格·敖特根巴雅尔·斯琴高娃·那日松孟和达来图雅格日勒'.padEnd(
    50,
    '龘',
  ),
  institution:
    '内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇中心卫生院与疾病预防控制中心联合体'.padEnd(
      100,
      '龘',
    ),
  issuer: '呼伦贝尔市莫力达瓦达斡尔族自治旗人力资源和社会保障局事业单位人事综合管理部门'.padEnd(100, '龘'),
}
