import type { Editions } from '../../functions/registers/edition-for.ts'
import type { Certificate, CertificateStatement } from '../../functions/staff/certificate.ts'
import { type Fact, type LedgerCredit, type LedgerEntry, nextEntry } from '../../functions/staff/ledger.ts'
import { always2024 } from '../../rules/edition.ts'

/** A ledger of these facts, one entry a day from 1 June 2026 on. */
export const ledger = (facts: readonly Fact[], staffId = 'staff.li'): LedgerEntry[] => {
  const entries: LedgerEntry[] = []
  for (const [position, fact] of facts.entries()) {
    const recordedAt = `2026-06-${String(position + 1).padStart(2, '0')}T10:00:00.000+08:00`
    entries.push(
      nextEntry(entries, { staffId, recordedAt, recordedBy: 'hr.city', source: `r${position}.0`, fact }),
    )
  }
  return entries
}

export const credit = (id: string, more: Partial<LedgerCredit> = {}): Fact => ({
  kind: 'credit',
  credit: {
    id,
    subject: 'public',
    category: 'in_service',
    mode: 'online',
    from: '2026-03-01',
    to: '2026-03-20',
    hours: 30,
    ...more,
  },
})

/** 2026 complete: the two minima, neither more nor less. */
export const completeYear: readonly Fact[] = [
  credit('a'),
  credit('b', { subject: 'professional', hours: 60 }),
]

export const correction = (of: number, fact: Fact | null): Fact => {
  if (fact?.kind === 'correction' || fact?.kind === 'restored')
    throw new TypeError('What holds instead is a plain fact.')
  return { kind: 'correction', of, reason: '核减', fact }
}

/** The readings of the text, which no authority has changed. */
export const unchanged: Editions = { now: always2024, asKnownOn: () => [] }

const NOTHING_DEEMED: CertificateStatement['deemed'] = {
  public: false,
  professional: false,
  granted: { public: 0, professional: 0 },
  articles: [],
}

/** A certificate of 2026 (or another year) as it was issued over so many entries. */
export const certificate = (
  ledgerLength: number,
  more: Partial<Certificate> = {},
  says: Partial<CertificateStatement> & { year?: number } = {},
  obligation = `annual:${says.year ?? 2026}`,
): Certificate => {
  const { year = 2026, ...statement } = says
  return {
    content: {
      version: 1,
      number: `NM${year}-A-000000000000`,
      kind: obligation === 'induction' ? 'induction' : 'annual',
      year,
      obligation,
      staffId: 'staff.li',
      name: '李雨桐',
      institution: '中学',
      postType: 'professional',
      since: `${year}-01-01`,
      completedOn: null,
      hours: { public: 30, professional: 60, total: 90 },
      days: 0,
      deemed: NOTHING_DEEMED,
      edition: '2024',
      issuedOn: '2026-06-10',
      issuer: '人社局',
      verifyCode: 'ABCDEFGHJKLM',
      ...statement,
    },
    signature: 'x',
    keyId: 'k',
    algorithm: 'ES256',
    status: 'valid',
    history: [],
    ledgerLength,
    version: 1,
    ...more,
  }
}
