/** The coverage dialog: who covers which district, as map, tiles or table. */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { CoverageView } from '../../../src/contract'
import { FaultNotice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { useStore } from '../../state/store'
import { areaOf, boardOf } from './board'
import { countOf, countWords } from './cover'
import { draw } from './draw'
import { chosenBy, Show, TargetList, UnknownMembers } from './filter'
import { Find, Found, tileKey } from './find'
import { GetOutlines } from './get-outlines'
import { MapView } from './map-view'
import { Panel } from './panel'
import { Save } from './save'
import { Legend, Patterns } from './signs'
import { coverage, loadCoverage, loadOutlines, outlines, shown, type View } from './state'
import { TableView } from './table-view'
import { TileView } from './tile-view'

const VIEWS: readonly { view: View; label: string }[] = [
  { view: 'map', label: 'Map' },
  { view: 'tiles', label: 'Tiles' },
  { view: 'table', label: 'Table' },
]
/** Units that a map may take; the page shows it as large as there is room. */
const MOST = { width: 1000, height: 760 }
const NARROW = '(max-width: 719px)'

export function CoveragePage() {
  const { value, fault, busy } = useStore(coverage)
  useEffect(() => {
    loadCoverage()
  }, [])
  return (
    <main class="coverage">
      <h1 class="unseen">Coverage</h1>
      <Waiting on={busy} over={value !== null} what="Reading districts, groups and legislators…" />
      <FaultNotice fault={fault} retry={loadCoverage} />
      {value && value.districts.length === 0 && (
        <p>The sheet has no districts yet. Import the legislators first: Statewide menu, Open sidebar, Districts.</p>
      )}
      {value && value.districts.length > 0 && <Coverage view={value} />}
    </main>
  )
}

function Coverage({ view }: { view: CoverageView }) {
  const state = useStore(shown)
  const kept = useStore(outlines)[state.chamber]
  const heading = useRef<HTMLHeadingElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const openedBy = useRef<'key' | 'pointer' | null>(null)
  useEffect(() => {
    if (!outlines.get()[state.chamber]) loadOutlines(state.chamber)
  }, [state.chamber])

  const board = useMemo(
    () => boardOf(view.districts, state.chamber, kept?.list ?? []),
    [view, state.chamber, kept?.list],
  )
  const picture = useMemo(() => (board.shapes.length > 0 ? draw(board.shapes, MOST) : null), [board])
  const { chosen, name } = useMemo(() => chosenBy(view, state), [view, state.show, state.targets])
  const places = useMemo(() => new Map(view.places.map((place) => [place.groupId, place])), [view])
  const points = useMemo(
    () => (state.dots ? view.places.flatMap(({ point }) => (point ? [point] : [])) : []),
    [view, state.dots],
  )

  const facts = view.chambers.find((one) => one.chamber === state.chamber)
  const chamber = facts?.name ?? ''
  const counts = view.chambers.map((one) => ({
    ...one,
    words: countWords(
      countOf(
        view.districts.filter((district) => district.chamber === one.chamber),
        chosen,
      ),
    ),
  }))
  const seen: View = state.view === 'map' && !picture ? 'tiles' : state.view
  const open = areaOf(board, seen === 'map' ? state.open : (tileKey(board, state.open) ?? state.open))
  const label = `${view.state}, ${chamber} districts`

  const onOpen = (key: string, byKey: boolean) => {
    openedBy.current = byKey ? 'key' : 'pointer'
    shown.set({ open: key })
    const area = areaOf(board, key)
    if (area && !byKey) announce(`${area.name} is shown.`)
  }
  // As soon as the panel stands, not a frame later: an Escape typed in between would miss it.
  useLayoutEffect(() => {
    if (openedBy.current === 'key') heading.current?.focus()
    else if (openedBy.current && matchMedia(NARROW).matches) heading.current?.scrollIntoView({ block: 'nearest' })
    openedBy.current = null
  })
  const onClose = () => {
    shown.set({ open: null })
    stage.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }
  return (
    <>
      <div class="tools">
        {view.chambers.length > 1 && (
          <fieldset class="radios">
            <legend>Chamber</legend>
            {view.chambers.map((one) => (
              <label key={one.chamber}>
                <input
                  type="radio"
                  name="chamber"
                  checked={one.chamber === state.chamber}
                  onChange={() => shown.set({ chamber: one.chamber, open: null })}
                />
                {one.name}
              </label>
            ))}
          </fieldset>
        )}
        <fieldset class="radios">
          <legend>Seen as</legend>
          {VIEWS.map((one) => (
            <label key={one.view}>
              <input
                type="radio"
                name="view"
                checked={one.view === seen}
                disabled={one.view === 'map' && !picture}
                onChange={() => shown.set({ view: one.view })}
              />
              {one.label}
            </label>
          ))}
        </fieldset>
        <Show view={view} />
        <Find />
      </div>
      <TargetList view={view} />
      <div class="row apart counts">
        <output class="line">
          {name && <b>{`${name}. `}</b>}
          {counts.map((one) => (
            <span key={one.chamber}>
              <b>{`${one.name}:`}</b> {`${one.words}. `}
            </span>
          ))}
        </output>
        <Save
          view={view}
          chosen={chosen}
          filter={name}
          chamber={chamber}
          counts={counts.find((one) => one.chamber === state.chamber)?.words ?? ''}
          poster={{ board, picture: seen === 'map' ? picture : null, chosen, points }}
        />
      </div>
      <UnknownMembers view={view} />
      <FaultNotice fault={kept?.fault ?? null} retry={() => loadOutlines(state.chamber)} />
      <Waiting on={kept?.busy ?? true} what="Reading the outlines…" />
      {kept && !kept.busy && !kept.fault && <GetOutlines board={board} kept={view.outlines} />}
      <div class="stage" ref={stage}>
        <div class="view">
          {seen === 'map' && picture && (
            <MapView
              key={state.chamber}
              board={board}
              picture={picture}
              chosen={chosen}
              open={open}
              label={label}
              points={points}
              onOpen={onOpen}
            />
          )}
          {seen === 'tiles' && <TileView board={board} chosen={chosen} open={open} label={label} onOpen={onOpen} />}
          {seen === 'table' && <TableView board={board} chosen={chosen} label={label} onOpen={onOpen} />}
          {seen !== 'table' && (
            <div class="row">
              <Legend />
              {seen === 'map' && view.places.some((place) => place.point) && (
                <label class="dots">
                  <input
                    type="checkbox"
                    checked={state.dots}
                    onChange={(event) => shown.set({ dots: event.currentTarget.checked })}
                  />
                  Groups as dots
                </label>
              )}
            </div>
          )}
          <svg class="unseen" aria-hidden="true">
            <Patterns />
          </svg>
        </div>
        <div class="side">
          <Found board={board} onOpen={onOpen} />
          {open ? (
            <Panel key={open.key} area={open} board={board} places={places} heading={heading} onClose={onClose} />
          ) : (
            <p class="muted">Choose a district to see its seat-holders and groups.</p>
          )}
        </div>
      </div>
    </>
  )
}
