/** Every group that was asked, and what it said. Those without an answer first: they are the ones to telephone. */
import { useState } from 'preact/hooks'
import type { AlertBoard } from '../../../../src/contract'
import { Button } from '../../../parts/button'
import { More } from '../../../parts/more'
import { rememberFocus, returnFocus } from '../../../parts/return-focus'
import { AnswerForm } from './answer-form'
import { standing } from './words'

type Group = AlertBoard['groups'][number]

const inOrder = (groups: readonly Group[]): Group[] => [
  ...groups.filter((g) => g.answer === ''),
  ...groups.filter((g) => g.answer !== ''),
]

const phoneHref = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`

function Contacts({ group }: { group: Group }) {
  if (group.answer !== '' || group.contacts.length === 0) return null
  return (
    <p class="muted">
      {group.contacts.map(({ name, phone }, i) => (
        <span key={`${name} ${phone}`}>
          {i > 0 && ' · '}
          {name}
          {phone.replace(/\D/g, '').length > 6 && (
            <>
              {' '}
              <a href={phoneHref(phone)}>{phone}</a>
            </>
          )}
        </span>
      ))}
    </p>
  )
}

export function Groups({ board, over }: { board: AlertBoard; over: boolean }) {
  const [open, setOpen] = useState('')
  const close = () => {
    setOpen('')
    returnFocus()
  }
  return (
    <More items={inOrder(board.groups)} first={15} noun="groups">
      {(group) => (
        <li key={group.groupId}>
          <div class="row apart tight-row">
            <b>{group.group}</b>
            <Button
              kind="link"
              expanded={open === group.groupId}
              label={`Enter an answer of ${group.group}`}
              onClick={() => {
                rememberFocus()
                setOpen(open === group.groupId ? '' : group.groupId)
              }}
            >
              Enter
            </Button>
          </div>
          <p>{`${standing(group, over)}${group.atText ? ` · ${group.atText}` : ''}`}</p>
          {group.backupAsked && <p class="muted">Backup asked</p>}
          {group.bounced.length > 0 && <p>{`⚠ Came back: ${group.bounced.join(', ')}`}</p>}
          <Contacts group={group} />
          {open === group.groupId && <AnswerForm board={board} group={group} of={null} close={close} />}
        </li>
      )}
    </More>
  )
}
