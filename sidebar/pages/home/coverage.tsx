/** How many districts of each chamber have a group. */
import type { Home } from '../../../src/contract'
import { MapButton } from '../../parts/map-button'
import { Card, Section } from '../../parts/page'
import { Bar } from '../../parts/progress'

export function Coverage({ home }: { home: Home }) {
  const chambers = home.coverage.filter((chamber) => chamber.total > 0)
  if (!chambers.length) return null
  return (
    <Section title="Coverage">
      <Card>
        {chambers.map((one) => (
          <div key={one.chamber}>
            <div class="row apart">
              <span>{one.label}</span>
              <span>{`${one.covered} of ${one.total} districts`}</span>
            </div>
            <Bar value={one.covered} of={one.total} />
          </div>
        ))}
        <MapButton />
      </Card>
    </Section>
  )
}
