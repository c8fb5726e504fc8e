import { ANSWER, call, handedOn, retryUnless, startedWith } from '../call.ts'
import { definition } from '../definition.ts'

const certificate = { ...startedWith('staffId'), ...handedOn('obligation') }

/** The states of `settle`; `npm run workflows` writes them to `settle.asl.json`. */
export const settle = definition({
  Comment:
    'Art. 32, 35: brings what is on record about a person into agreement with what the rules say now, one thing at a time, until nothing is left to do: a certificate arises when the hours suffice, once for ever; it is corrected or revoked when its ground changes; the result of a closed year is corrected by a new entry.',
  TimeoutSeconds: 86_400,
  StartAt: 'Find what is due',
  States: {
    'Find what is due': call({
      comment: 'Art. 7, 12, 21, 32, 35: assess the person; name the first thing that is not as it should be',
      to: 'FindDue',
      payload: startedWith('staffId'),
      output: ANSWER,
      next: 'What is due',
    }),
    'What is due': {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $states.input.action = 'issue' %}", Next: 'Issue the certificate' },
        { Condition: "{% $states.input.action = 'correct' %}", Next: 'Correct the certificate' },
        { Condition: "{% $states.input.action = 'revoke' %}", Next: 'Revoke the certificate' },
        { Condition: "{% $states.input.action = 'result' %}", Next: 'Correct the result of a closed year' },
        { Condition: "{% $states.input.action = 'sign' %}", Next: 'Sign the correction' },
      ],
      Default: 'Nothing more is due',
    },
    'Issue the certificate': call({
      comment: 'Freeze its content, sign it, and keep it: once, by a conditional write',
      to: 'IssueCertificate',
      payload: certificate,
      retry: retryUnless('GlyphMissing'),
      caught: [{ ErrorEquals: ['GlyphMissing'], Next: 'The font lacks a character' }],
      output: ANSWER,
      next: 'Render the certificate',
    }),
    'Render the certificate': call({
      comment: 'The sheet that is downloaded and printed',
      to: 'RenderCertificate',
      payload: handedOn('number'),
      output: '{% $states.input %}',
      next: 'Tell the person of the certificate',
    }),
    'Correct the certificate': call({
      comment: 'Art. 35: what it says now is kept beside its frozen content; no second certificate is issued',
      to: 'ReviseCertificate',
      payload: certificate,
      output: ANSWER,
      next: 'Tell the person of the certificate',
    }),
    'Revoke the certificate': call({
      comment: 'Art. 32, 35: its obligation is not met any more; its number resolves for ever and says so',
      to: 'ReviseCertificate',
      payload: certificate,
      output: ANSWER,
      next: 'Tell the person of the certificate',
    }),
    'Tell the person of the certificate': call({
      comment: 'One message a change, however often this is repeated',
      to: 'TellCertificate',
      payload: handedOn('number', 'revision'),
      next: 'Find what is due',
    }),
    'Sign the correction': call({
      comment: 'Art. 35: what a certificate says now bears a signature of its own, by the key of its issue',
      to: 'SignCorrection',
      payload: certificate,
      next: 'Find what is due',
    }),
    'Correct the result of a closed year': call({
      comment: 'Art. 32: a new entry with what the rules say now; the earlier one stays as it was',
      to: 'CorrectResult',
      payload: { ...startedWith('staffId'), ...handedOn('year') },
      next: 'Find what is due',
    }),
    'Nothing more is due': { Type: 'Succeed' },
    'The font lacks a character': {
      Comment: 'An operator sees to the font and starts the settlement again',
      Type: 'Fail',
      Error: 'GlyphMissing',
      Cause: 'A name holds a character that the certificate font lacks.',
    },
  },
})
