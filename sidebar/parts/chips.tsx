/** What was chosen, each with a button that takes it out again. */
export interface Chip {
  key: string
  name: string
  detail: string
}

export function Chips({ label, chips, onRemove }: { label: string; chips: Chip[]; onRemove: (key: string) => void }) {
  return (
    <ul class="chips" aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <span>
            <b>{chip.name}</b> <span class="muted">{chip.detail}</span>
          </span>
          <button type="button" aria-label={`Remove ${chip.name}`} onClick={() => onRemove(chip.key)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}
