import type { Meaning } from './meaning.ts'

/** Files given and lists asked for: their size, kind, state and rows. */
export const filesRefusals = {
  FILE_TYPE_REFUSED: {
    status: 415,
    title: {
      zh: '只接受 PDF、PNG、JPEG 文件（按文件内容判断）。',
      en: 'Only PDF, PNG and JPEG files are accepted, judged by their content.',
    },
  },
  FILE_TOO_LARGE: {
    status: 413,
    title: {
      zh: '文件超过允许的大小（最大 10 MB）。',
      en: 'The file is larger than allowed (10 MB at most).',
    },
  },
  FILE_DAMAGED: {
    status: 422,
    title: {
      zh: '文件不完整或已损坏，打不开。请重新扫描或另存后上传。',
      en: 'The file is damaged or not whole, and cannot be opened. Scan or save it anew and upload that.',
    },
  },
  FILE_LOCKED: {
    status: 422,
    title: {
      zh: 'PDF 设有密码或权限保护，审核人员打不开。请解除保护，或打印为新的 PDF 后上传。',
      en: 'The PDF is protected, so those who decide cannot open it. Remove the protection, or print it to a new PDF.',
    },
  },
  FILE_NAMES_MAKER: {
    status: 422,
    title: {
      zh: '这份 PDF 写有作者等信息，平台无法清除，没有保存。请改传页面的截图或照片，或在浏览器中“打印—另存为 PDF”后再传。',
      en: 'This PDF says who made it in a way that cannot be taken out: it was not kept. Upload pictures of its pages, or print it to a new PDF in a browser.',
    },
  },
  FILE_HARMFUL: {
    status: 422,
    title: {
      zh: '安全检查发现该文件含有有害内容，不能上传。请检查您的电脑后换一份文件。',
      en: 'The security check found something harmful in this file. Check your computer and choose another file.',
    },
  },
  FILE_MISSING: {
    status: 400,
    title: { zh: '没有收到文件，请选择文件后重试。', en: 'No file arrived. Choose one and try again.' },
  },
  UPLOADS_TOO_MANY: {
    status: 429,
    title: {
      zh: '今天上传的文件已达上限（500 个或 1 GB），请明天再上传。',
      en: 'You have uploaded as much as a day allows (500 files or 1 GB). Please go on tomorrow.',
    },
  },
  UPLOAD_INCOMPLETE: {
    status: 409,
    title: {
      zh: '文件尚未上传完成，请先上传文件。',
      en: 'The file has not been uploaded yet. Upload it first.',
    },
  },
  UPLOAD_DIFFERS: {
    status: 422,
    title: {
      zh: '上传的文件与声明的不一致，请重新上传。',
      en: 'The uploaded file is not the one announced. Upload it again.',
    },
  },
  SHEET_UNREADABLE: {
    status: 415,
    title: {
      zh: '文件不能读取。请使用模板，保存为 Excel（.xlsx）或 CSV 后重新上传。',
      en: 'The file cannot be read. Use the template, save it as Excel (.xlsx) or CSV, and upload it again.',
    },
  },
  SHEET_TOO_LONG: {
    status: 413,
    title: {
      zh: '一次至多导入 5,000 行，请分成几个文件。',
      en: 'At most 5,000 rows at a time. Split the file.',
    },
  },
  SHEET_COLUMNS_MISSING: {
    status: 422,
    title: {
      zh: '表格缺少必需的列，请使用模板。',
      en: 'The sheet lacks columns that are needed. Use the template.',
    },
  },
  ROWS_INVALID: {
    status: 422,
    title: {
      zh: '有的行填写有误，没有导入任何一行。请改正后重新上传，或选择只导入正确的行。',
      en: 'Some rows are not right; nothing was imported. Correct them, or choose to import the others alone.',
    },
  },
  PARTICIPANTS_TOO_MANY: {
    status: 422,
    title: {
      zh: '一份培训班学时名册至多 2,000 人，请分次提交。',
      en: 'A class roster holds at most 2,000 people. Send it in parts.',
    },
  },
  NOTHING_TO_PRINT: {
    status: 404,
    title: {
      zh: '没有可以打印的证书：这个单位该年度还没有有效证书，或者这一部分之后已经没有了。',
      en: 'There is nothing to print: no certificate of this year is in force here, or this part lies behind the last one.',
    },
  },
  EXPORT_TOO_LARGE: {
    status: 422,
    title: {
      zh: '一次至多导出 30,000 人，请按机构或结果缩小范围。',
      en: 'At most 30,000 persons at a time. Choose an organisation or a result.',
    },
  },
  LIST_TOO_LONG: {
    status: 422,
    title: {
      zh: '一份名单至多 5,000 人。人数更多的，请在年度结果里导出。',
      en: 'A list holds at most 5,000 persons. For more, export the results of the year.',
    },
  },
} as const satisfies Record<string, Meaning>
