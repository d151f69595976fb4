/** What somebody wrote themselves, without the mail they answer and without what their program adds below. Pure. */
import { clean } from './clean'

const MOST_LINES = 400

/** Above the answered mail. */
const ORIGINAL =
  /^[-_\s]*(original message|forwarded message|mensaje original|message d'origine|urspr.ngliche nachricht)[-_\s]*$/i
const RULE = /^_{10,}$/
const HEADER = /^\*?(from|de|von|da|van):\*?\s/i
const HEADER_NEXT = /^\*?(sent|date|to|enviado|envoy.|gesendet|datum|inviato):?\*?:?\s/i
/** `On Mon, Nov 23, 2026 at 5:01 PM Maya <maya@example.org> wrote:` in some of its languages. */
const WROTE = /^.{0,300}\b(wrote|escribi.|a .crit|schrieb.*|ha scritto|schreef)\s*:$/i
/** A longer line is none: hostile ones would keep the pattern busy for seconds. */
const saysWho = (line: string): boolean => line.length <= 600 && WROTE.test(line)
const BEGINS_WROTE = /^(on|el|le|am|il|op)\b.{0,200}$/i
const SIGNATURE = /^(--|—|sent from my\b.*|get outlook for\b.*|sent via\b.*|enviado desde mi\b.*)$/i
/** The token line of our mails. */
const TOKEN = /^ref: sw[a-z0-9]+$/i

export const plainLine = (line: string): string => line.replace(/\s+/g, ' ').trim().toLowerCase()

/** `ours`: lines of the mail that is answered, by `plainLine`, however a program quotes them. */
export function ownWords(text: string, quoteAt: number, ours: ReadonlySet<string>): string[] {
  const lines = clean(quoteAt >= 0 ? text.slice(0, quoteAt) : text)
    .split('\n')
    .slice(0, MOST_LINES)
    .map((line) => line.trim())
  const kept: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const next = lines[i + 1] ?? ''
    if (ORIGINAL.test(line) || RULE.test(line) || (HEADER.test(line) && HEADER_NEXT.test(next))) break
    if (line.startsWith('>') || TOKEN.test(line) || (line.length > 8 && ours.has(plainLine(line)))) continue
    // The line that says who wrote may be broken in two; what follows is marked, or it is all the other’s.
    const broken = BEGINS_WROTE.test(line) && saysWho(`${line} ${next}`)
    if (saysWho(line) || broken) {
      const after = lines.slice(i + (broken && !saysWho(line) ? 2 : 1)).find((l) => l !== '')
      if (!after?.startsWith('>')) break
      if (!WROTE.test(line)) i += 1
      continue
    }
    if (SIGNATURE.test(line)) break
    kept.push(line)
  }
  while (kept.length > 0 && kept[0] === '') kept.shift()
  while (kept.length > 0 && kept[kept.length - 1] === '') kept.pop()
  return kept
}
