import type { Meaning } from './meaning.ts'

/** The ledger, certificates, and records that do not match their seal. */
export const recordRefusals = {
  LEDGER_BROKEN: {
    status: 409,
    title: {
      zh: '该人员的台账与封存的记录不一致，可能被改动过。有关事项已暂停，不会过期；请等待自治区人事综合管理部门核实并恢复。',
      en: 'This person’s ledger is not what was sealed: it may have been tampered with. What rests on it waits, and does not lapse, until the region’s authority has looked into it and restored it.',
    },
  },
  RECORD_BROKEN: {
    status: 409,
    title: {
      zh: '这条记录的经过与封存的不一致，可能被改动过。有关事项已暂停，不会过期；请等待自治区人事综合管理部门核实并恢复。',
      en: 'What is on record here is not what was sealed: it may have been tampered with. It waits, and does not lapse, until the region’s authority has looked into it and restored it.',
    },
  },
  SIGNING_KEY_MISSING: {
    status: 503,
    title: {
      zh: '签发这张证书的公钥缺失或已被更换，平台现在不能为证书作证。请稍后再试，并告知运行维护人员。',
      en: 'The public key that this certificate was signed with is missing or was changed, so nothing can be said of it now. Try again later, and tell the operator.',
    },
  },
  BUSINESS_NOT_APPLICABLE: {
    status: 404,
    title: {
      zh: '该人员没有这项业务，或业务名称有误。',
      en: 'This business does not apply to this person, or there is no such business.',
    },
  },
  ENTRY_UNKNOWN: {
    status: 404,
    title: {
      zh: '台账中没有这条记录，请核对序号。',
      en: 'The ledger has no such entry. Check its number.',
    },
  },
  ENTRY_SUSPENDED: {
    status: 409,
    title: {
      zh: '这条记录的学时已暂停，不能更正。请先在抽查事项中恢复。',
      en: 'These hours are suspended and cannot be corrected. Lift the suspension in the inspection first.',
    },
  },
  ENTRY_VOID: {
    status: 409,
    title: { zh: '这条记录已作废，不能再次更正。', en: 'This entry is void already.' },
  },
  CORRECTION_CHANGES_NOTHING: {
    status: 409,
    title: {
      zh: '更正后的学时与现有学时相同，无需更正。',
      en: 'The entry already holds these hours: there is nothing to correct.',
    },
  },
  CORRECTION_BREAKS_LEDGER: {
    status: 422,
    title: {
      zh: '台账中还有以这条记录为依据的其他记录（例如依据该延迟补训登记的补训学时），请先更正那些记录。',
      en: 'Other entries rest on this one (such as make-up hours on their delay). Correct those first.',
    },
  },
  NOTHING_TO_JUSTIFY: {
    status: 422,
    title: {
      zh: '该年度培训任务已完成或不适用，无需登记正当理由。',
      en: 'This year is complete, or does not apply to the person: there is nothing to justify.',
    },
  },
  ALREADY_CORRECTED: {
    status: 409,
    title: {
      zh: '本环节已更正过一次；再次更正由上级人事综合管理部门办理。',
      en: 'Your desk has corrected it once; a further correction is for the authority above.',
    },
  },
  BUILT_ON: {
    status: 409,
    title: {
      zh: '该条记录已用于证书或年度结果，由上级人事综合管理部门更正。',
      en: 'A certificate or a closed year rests on this entry: the authority above corrects it.',
    },
  },
  CERTIFICATE_REVOKED: {
    status: 409,
    title: { zh: '该证书已撤销。', en: 'This certificate has been revoked already.' },
  },
  CERTIFICATE_NOT_REVOKED: {
    status: 409,
    title: {
      zh: '该证书没有因欺骗手段被撤销，不需要重新发证。',
      en: 'This certificate was not revoked for fraud: nothing takes its place.',
    },
  },
  CERTIFICATE_SUPERSEDED: {
    status: 409,
    title: {
      zh: '已确认如实完成并重新发证，原证书不再变更。',
      en: 'Another certificate has taken its place already.',
    },
  },
  FRAUD_STILL_COUNTS: {
    status: 422,
    title: {
      zh: '原证书所依据的记录一条也没有更正。请先把不实的记录作废，再确认如实完成。',
      en: 'None of the entries that the revoked certificate rested on was corrected. Make what was false void first.',
    },
  },
  OBLIGATION_NOT_MET: {
    status: 422,
    title: {
      zh: '除去不实的部分，这项培训还没有完成。',
      en: 'Without what was false, this obligation is not complete yet.',
    },
  },
  LEDGER_SOUND: {
    status: 409,
    title: {
      zh: '该人员的台账与封存的记录一致，不需要恢复。',
      en: 'This person’s ledger is what was sealed: there is nothing to restore.',
    },
  },
  RESTORATION_UNSOUND: {
    status: 422,
    title: {
      zh: '所选的记录不能恢复台账：它们须首尾相连，并包含最近一次签名根所证明的全部记录。',
      en: 'These entries do not restore the ledger: they must form one chain and hold all that the last signed root vouches for.',
    },
  },
  RESTORATION_MISSING: {
    status: 409,
    title: {
      zh: '没有待确认的恢复方案，或台账在提出之后又有变化。请重新查看后再提出。',
      en: 'No restoration waits to be confirmed, or the ledger has changed since. Look again and propose anew.',
    },
  },
  SECOND_PERSON_NEEDED: {
    status: 403,
    title: {
      zh: '须由另一位工作人员确认：提出的人和本人都不能确认。',
      en: 'Someone else must confirm: neither who proposed it, nor whose ledger it is.',
    },
  },
  SIGNATURE_MISMATCH: {
    status: 503,
    title: {
      zh: '平台上的这份证书记录与签名不符，可能被改动过，平台不能为它作证。请向发证的人事综合管理部门核实。',
      en: 'What is on record of this certificate does not match its signature: it may have been tampered with, and nothing can be said of it. Ask the personnel authority that issued it.',
    },
  },
} as const satisfies Record<string, Meaning>
