/** Mapped, to check, not found: each number opens its list, each group of it its card. */
import { useState } from 'preact/hooks'
import type { GroupsView } from '../../../src/contract'
import type { Mapping } from '../../../src/registry/words'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { openGroup } from '../../state/view'

interface Props {
  view: GroupsView
  /** Only these groups; all where it is left out. */
  of?: readonly string[]
  /** What a group without a mapping is called here. */
  none: string
  /** What the lists are about, for screen readers. */
  label: string
}

const WORDS = { mapped: 'mapped', check: 'to check' } as const

export function MappingCounts({ view, of, none, label }: Props) {
  const [open, setOpen] = useState<Mapping | ''>('')
  const within = of && new Set(of)
  const why = new Map(view.problems.map((problem) => [problem.groupId, problem]))
  const groupsWith = (mapping: Mapping) =>
    view.groups.filter((group) => group.mapping === mapping && (!within || within.has(group.id)))
  const list = open ? groupsWith(open) : []
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: three buttons are no fieldset of a form */}
      <div class="row counts" role="group" aria-label={label}>
        {(['mapped', 'check', 'none'] as const).map((mapping) => {
          const n = groupsWith(mapping).length
          return (
            <Button
              key={mapping}
              kind="link"
              expanded={open === mapping}
              off={n === 0 && 'There are none.'}
              onClick={() => setOpen(open === mapping ? '' : mapping)}
            >
              {`${n} ${mapping === 'none' ? none : WORDS[mapping]}`}
            </Button>
          )
        })}
      </div>
      {list.length > 0 && (
        <More key={open} items={list} noun="groups">
          {(group) => (
            <li key={group.id}>
              <Button kind="link" onClick={() => openGroup(group.id)}>
                {`${group.id} · ${group.name}`}
              </Button>
              {open !== 'mapped' && why.has(group.id) && (
                <>
                  <br />
                  {why.get(group.id)?.why} <span class="muted">{why.get(group.id)?.next}</span>
                </>
              )}
            </li>
          )}
        </More>
      )}
    </>
  )
}
