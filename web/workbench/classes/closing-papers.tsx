import { EvidenceUpload, type Proof, useUnsent } from '../parts/evidence-upload.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    papers: '签到表、小结等材料（选填）',
    hint: '办理学时的各单位都能看到；不作为某个人的证明（第40条）。',
  },
  en: {
    papers: 'Signed lists, summary and other papers (optional)',
    hint: 'All desks that decide on the hours see them; they prove nothing of anybody alone (Art. 40).',
  },
} as const

/** What the organiser attaches when a class is closed: the signed lists, its summary. */
export default function ClosingPapers({
  value,
  onChange,
}: {
  readonly value: readonly Proof[]
  readonly onChange: (value: readonly Proof[]) => void
}) {
  const { say } = useSay(words)
  const { files } = useUnsent()
  return (
    <div className="field">
      <label htmlFor="closing_papers">{say.papers}</label>
      <p className="quiet">{say.hint}</p>
      <EvidenceUpload id="closing_papers" value={value} onChange={onChange} unsent={files} />
    </div>
  )
}
