/** The HTML half of a mail, made from its plain text: escaped, lines kept, web addresses and phone numbers to tap. */
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c)

const WEB = 'https?:\\/\\/[^\\s<>"\']*[^\\s<>"\'.,;:!?)\\]}]'
const PHONE = '\\(\\d{3}\\) ?\\d{3}-\\d{4}|\\b\\d{3}[-.]\\d{3}[-.]\\d{4}\\b'

function linked(text: string): string {
  // Split by one group: every second piece is a match.
  return text
    .split(new RegExp(`(${WEB}|${PHONE})`))
    .map((piece, i) => {
      const shown = escapeHtml(piece)
      if (i % 2 === 0) return shown
      const href = piece.startsWith('http') ? shown : `tel:+1${piece.replace(/\D/g, '')}`
      return `<a href="${href}">${shown}</a>`
    })
    .join('')
}

/** Blank lines part paragraphs; other line ends stay line ends. */
export function toHtml(text: string): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((p) => `<p>${linked(p).replace(/\n/g, '<br>\n')}</p>`)
  return `<div style="font-family:Arial,sans-serif;font-size:15px;line-height:1.45;max-width:36em">\n${paragraphs.join('\n')}\n</div>`
}
