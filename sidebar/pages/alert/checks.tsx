/** The list before it goes: what is fine, what to mind, what stops it. */
import type { AlertPreview } from '../../../src/contract'
import { CheckList } from '../../parts/check-list'
import { Section } from '../../parts/page'

export function Checks({ preview }: { preview: AlertPreview }) {
  return (
    <Section title="Before it goes">
      <CheckList checks={preview.checks} />
    </Section>
  )
}
