/** Rows that seem to be there already: left out unless a person says otherwise, one by one or all. */
import type { ImportPreview } from '../../../src/groups/in-page'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { checked } from '../../state/import-store'
import { useStore } from '../../state/store'
import { count } from '../../words'

export function Duplicates({ preview }: { preview: ImportPreview }) {
  const { addRows } = useStore(checked)
  const { duplicates } = preview
  if (!duplicates.length) return null
  const choose = (row: number, add: boolean) =>
    checked.set({ addRows: add ? [...addRows, row] : addRows.filter((other) => other !== row) })
  const all = [...new Set(duplicates.map((duplicate) => duplicate.row))]
  return (
    <>
      <h3>{`${count(all.length, 'row')} may be there already`}</h3>
      <More items={duplicates} first={8} noun="duplicates">
        {(duplicate) => (
          <li key={`${duplicate.row} ${duplicate.of} ${duplicate.why}`}>
            <b>{`Row ${duplicate.row} · ${duplicate.name}`}</b>
            <br />
            {`${duplicate.why} as ${duplicate.of}${duplicate.ofName && `, ${duplicate.ofName}`}`}
            <select
              aria-label={`Row ${duplicate.row}, ${duplicate.name}`}
              value={addRows.includes(duplicate.row) ? 'add' : 'skip'}
              onChange={(event) => choose(duplicate.row, event.currentTarget.value === 'add')}
            >
              <option value="skip">Leave out</option>
              <option value="add">Add all the same</option>
            </select>
          </li>
        )}
      </More>
      {all.length > 1 && (
        <div class="row">
          <Button kind="link" onClick={() => checked.set({ addRows: [] })}>
            Leave all out
          </Button>
          <Button kind="link" onClick={() => checked.set({ addRows: all })}>
            Add all
          </Button>
        </div>
      )}
    </>
  )
}
