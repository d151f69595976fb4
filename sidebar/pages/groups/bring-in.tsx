/** Paste or file, check, then add: nothing is written before a person has seen what it will be. */
import { call } from '../../call'
import { Button } from '../../parts/button'
import { FaultNotice, Notice } from '../../parts/notice'
import { Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { groups, home } from '../../state/answers'
import { addChosen, checked, pasted, planPasted, readPasted } from '../../state/import-store'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { count, people } from '../../words'
import { PasteBox } from './paste-box'
import { Preview } from './preview'

const nouns = { groups: (n: number) => count(n, 'group'), people }

/** `mapFirst`: groups wait to be mapped, which is the page’s main thing to do while nothing is pasted. */
export function BringIn({ mapFirst }: { mapFirst: boolean }) {
  const { kind, text } = useStore(pasted)
  const now = useStore(checked)
  const { problems, preview, done } = now
  const checking = useTask()
  const adding = useTask()
  const willAdd = preview ? preview.willAdd + now.addRows.length : 0

  const check = async () => {
    adding.clear()
    const read = readPasted()
    if (!read) return
    await checking.run(async () => {
      const tables = await call('importTables', { kind })
      // Typed on meanwhile: this answer is about another paste.
      if (checked.get().paste !== read) return
      const seen = planPasted(read, tables)
      announce(`Checked ${count(seen.rows, 'row')}: ${nouns[kind](seen.willAdd)} can be added.`)
    })
  }
  const add = async () => {
    await adding.run(async () => {
      await addChosen((rows) => call('commitImport', rows))
      await Promise.all([groups.load(), home.load()])
    })
  }

  return (
    <Section title="Bring in groups and people">
      <PasteBox
        onCheck={check}
        problems={problems}
        busy={checking.busy}
        primary={!preview && (text !== '' || !mapFirst)}
      />
      <Waiting on={checking.busy} what="Comparing with the sheet…" />
      <FaultNotice fault={checking.fault} />
      {preview && (
        <>
          <Preview preview={preview} />
          <FaultNotice fault={adding.fault} />
          <Waiting on={adding.busy} what="Writing the rows…" />
          <div class="row">
            <Button kind="primary" busy={adding.busy} off={willAdd === 0 && 'There is no row to add.'} onClick={add}>
              {`Add ${nouns[kind](willAdd)}`}
            </Button>
            <Button onClick={() => checked.set({ plan: null, preview: null, addRows: [] })}>Not yet</Button>
          </div>
        </>
      )}
      {done && (
        <Notice kind="done" live>
          <p>
            <b>{`${nouns[done.kind](done.added)} added`}</b>
            {done.added > 0 && (done.added === 1 ? `: ${done.first}` : `: ${done.first} to ${done.last}`)}.
          </p>
          {done.skipped > 0 && <p>{`${count(done.skipped, 'row')} left out.`}</p>}
          {done.kept > 0 && (
            <p>{`${count(done.kept, 'row')} to be mended: still in the box above. Correct there, then check again.`}</p>
          )}
        </Notice>
      )}
    </Section>
  )
}
