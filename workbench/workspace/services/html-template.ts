/**
 * Scriptlets: `<? code ?>`, `<?= value ?>` escaped, `<?!= value ?>` raw. Their variables are the template's own
 * properties; functions of the script are not in reach here (on the real platform they are).
 */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&#34;').replace(/'/g, '&#39;')

export function fillTemplate(raw: string, variables: Record<string, unknown>): string {
  const code = ["let out = ''"]
  let at = 0
  for (const found of raw.matchAll(/<\?(!?=)?([\s\S]*?)\?>/g)) {
    code.push(`out += ${JSON.stringify(raw.slice(at, found.index))}`)
    if (found[1] === '=') code.push(`out += escapeHtml(String(${found[2]}))`)
    else if (found[1] === '!=') code.push(`out += String(${found[2]})`)
    else code.push(found[2] ?? '')
    at = found.index + found[0].length
  }
  code.push(`out += ${JSON.stringify(raw.slice(at))}`, 'return out')
  const run = new Function('escapeHtml', ...Object.keys(variables), code.join('\n'))
  return run(escapeHtml, ...Object.values(variables)) as string
}
