/**
 * Which functions a script declares at its top level: Google finds what it may call by these, without running the code.
 * A scanner, not a parser: it skips strings, comments, templates and regular expressions and counts brackets.
 */
export interface Declaration {
  readonly name: string
  /** `function` stands on the global object, `const f = …` does not. */
  readonly kind: 'function' | 'constant'
}

const WORD = /[\w$\u00a1-\uffff]+/y
/** After these a slash begins a regular expression. */
const BEFORE_REGEX = new Set('return typeof case in of delete void throw new else do instanceof yield await'.split(' '))
const HEADED = new Set(['if', 'while', 'for', 'with'])

function endOfString(code: string, from: number, quote: string): number {
  let i = from + 1
  while (i < code.length && code[i] !== quote) i += code[i] === '\\' ? 2 : 1
  return i + 1
}

function endOfRegex(code: string, from: number): number {
  let inClass = false
  for (let i = from + 1; i < code.length; i++) {
    const c = code[i]
    if (c === '\\') i++
    else if (c === '\n') return i
    else if (c === '[') inClass = true
    else if (c === ']') inClass = false
    else if (c === '/' && !inClass) return i + 1
  }
  return code.length
}

/** Declarations in the order they stand. `const f = x => …` and `const f = function …` count as functions too. */
export function topLevelDeclarations(code: string): Declaration[] {
  const found: Declaration[] = []
  const brackets: { open: string; headed: boolean }[] = []
  let previous = ''
  let beforePrevious = ''
  let regexMayFollow = true
  let i = 0

  const token = (text: string, regexNext: boolean): void => {
    beforePrevious = previous
    previous = text
    regexMayFollow = regexNext
  }
  const skipTemplate = (): void => {
    while (i < code.length) {
      if (code[i] === '\\') i += 2
      else if (code[i] === '`') {
        i++
        token('`', false)
        return
      } else if (code.startsWith('${', i)) {
        i += 2
        brackets.push({ open: '${', headed: false })
        token('{', true)
        return
      } else i++
    }
  }
  const word = (text: string): void => {
    if (brackets.length === 0) {
      if (previous === 'function' || (previous === '*' && beforePrevious === 'function'))
        found.push({ name: text, kind: 'function' })
      else if (previous === 'const' || previous === 'let' || previous === 'var') {
        const value = code.slice(i, i + 200)
        if (/^\s*=\s*(async\s+)?(function\b|\w+\s*=>|\([^()]*\)\s*=>)/.test(value))
          found.push({ name: text, kind: 'constant' })
      }
    }
    token(text, BEFORE_REGEX.has(text) && previous !== '.')
  }

  while (i < code.length) {
    const c = code[i] as string
    if (c === ' ' || c === '\n' || c === '\t' || c === '\r') i++
    else if (code.startsWith('//', i)) {
      const end = code.indexOf('\n', i)
      i = end < 0 ? code.length : end
    } else if (code.startsWith('/*', i)) {
      const end = code.indexOf('*/', i + 2)
      i = end < 0 ? code.length : end + 2
    } else if (c === '"' || c === "'") {
      i = endOfString(code, i, c)
      token(c, false)
    } else if (c === '`') {
      i++
      skipTemplate()
    } else if (c === '/' && regexMayFollow) {
      i = endOfRegex(code, i)
      token('/', false)
    } else if (c === '(' || c === '[' || c === '{') {
      brackets.push({ open: c, headed: HEADED.has(previous) })
      i++
      token(c, true)
    } else if (c === ')' || c === ']' || c === '}') {
      const open = brackets.pop()
      i++
      if (open?.open === '${') skipTemplate()
      else token(c, c === '}' || (c === ')' && open?.headed === true))
    } else {
      WORD.lastIndex = i
      const match = WORD.exec(code)
      if (match) {
        i = WORD.lastIndex
        word(match[0])
      } else {
        i++
        token(c, true)
      }
    }
  }
  return found
}
