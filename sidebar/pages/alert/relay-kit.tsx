/** The alert as texts to paste elsewhere, for everybody or for one group. */
import { useEffect, useState } from 'preact/hooks'
import { LENGTHS, type Length, relayKit, SHORT_LIMIT } from '../../../src/alerts/in-page'
import type { RelayFacts } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { SelectField } from '../../parts/inputs'
import { FaultNotice } from '../../parts/notice'
import { Card, Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { copyText } from '../../state/copy'
import { previewFor } from '../../state/preview-for'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'

const NAMES: Record<Length, string> = {
  newsletter: 'Newsletter',
  email: 'E-mail',
  facebook: 'Facebook',
  slack: 'Slack',
  short: `${SHORT_LIMIT} characters`,
}

/** `version` changes whenever the words may have. */
export function RelayKit({ alertId, version }: { alertId: string; version: string }) {
  const [open, setOpen] = useState(false)
  const [facts, setFacts] = useState<RelayFacts | null>(null)
  const { groupId } = useStore(previewFor)
  const task = useTask()
  const { run } = task
  useEffect(() => {
    if (open) run(async () => setFacts(await call('relayFacts', { alertId })))
  }, [open, alertId, version, run])
  const shown = facts?.groups.some((one) => one.id === groupId) ? groupId : ''
  const kit = facts && relayKit(facts, shown)
  return (
    <Section title="Texts to paste">
      <p class="muted">For what your groups send on themselves. No addresses and no meeting links are in them.</p>
      <Button onClick={() => setOpen(!open)} expanded={open}>
        {open ? 'Hide texts' : 'Show texts'}
      </Button>
      <Waiting on={task.busy} what="Reading the alert…" />
      <FaultNotice fault={task.fault} />
      {open && facts && kit && (
        <>
          <SelectField
            label="Whom to call"
            value={shown}
            options={[
              ['', 'All legislators of this alert'],
              ...facts.groups.map(({ id, name }) => [id, `Those of ${name}`] as const),
            ]}
            onValue={(id) => previewFor.set({ groupId: id })}
          />
          {LENGTHS.map((length) => (
            <PasteText key={length} name={NAMES[length]} text={kit[length]} />
          ))}
        </>
      )}
    </Section>
  )
}

function PasteText({ name, text }: { name: string; text: string }) {
  const [copied, setCopied] = useState<'' | 'yes' | 'no'>('')
  // Other words have not been copied.
  useEffect(() => setCopied(''), [text])
  const copy = async () => {
    const well = await copyText(text)
    setCopied(well ? 'yes' : 'no')
    announce(well ? `${name}: copied.` : `${name}: not copied.`)
  }
  return (
    <Card soft>
      <div class="row apart">
        <h3>{name}</h3>
        <Button label={`${copied === 'yes' ? 'Copied ✓' : 'Copy'}: ${name}`} onClick={copy}>
          {copied === 'yes' ? 'Copied ✓' : 'Copy'}
        </Button>
      </div>
      {copied === 'no' && <p class="field-error">Your browser does not let it be copied: select the text below.</p>}
      <p class="mail">{text}</p>
    </Card>
  )
}
