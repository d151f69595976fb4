/** Groups that were mapped on lines that no longer count. */
import type { DistrictsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { Section } from '../../parts/page'
import { showAtTop } from './step'

export function Outdated({ view: { outdated } }: { view: DistrictsView }) {
  if (outdated.length === 0) return null
  return (
    <Section title="Mapped on old lines" aside={`${outdated.length}`}>
      <p>The districts were drawn anew since. Map these groups again, or check them.</p>
      <More items={outdated} noun="groups">
        {(one) => (
          <li key={one.groupId}>
            <Button kind="link" onClick={({ detail }) => showAtTop(one.groupId, detail === 0)}>
              {`${one.groupId} · ${one.group}`}
            </Button>
            <br />
            {one.why}
          </li>
        )}
      </More>
    </Section>
  )
}
