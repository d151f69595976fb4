/**
 * Takes the sentences out of the server bundle. Whole sentences inside functions of `src/` are written to
 * `dist/Sentences.html`, which a run reads when it says its first one; in the bundle a call stands in their place. So the
 * code that every click has to load stays small, and the source still says each sentence where it belongs.
 * What stays: sentences outside functions (nothing may be read at load), and what is written to the console.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { ROOT } from './paths'

const SRC = join(ROOT, 'src')
const SPEAKER = join(SRC, 'google/sentences')
/** Parts the words of a sentence where a value stands between them. */
const GAP = '\u0001'
const LENGTH = 25
const LIST_LENGTH = 100

type Literal = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression

const wordsOf = (node: Literal): string[] =>
  ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map((s) => s.literal.text)] : [node.text]

/** Three words or more, long enough that a call is shorter; or so long that it is a list of facts. */
function isSentence(node: ts.Node): node is Literal {
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node) && !ts.isTemplateExpression(node))
    return false
  const text = wordsOf(node).join('')
  if (text.length >= LIST_LENGTH) return true
  return text.length >= LENGTH && /[a-z]+ [a-z(]/i.test(text) && text.split(' ').length > 2
}

/** Types, import paths, keys and tags need their literal; the console has to work even if nothing can be read. */
const keepsText = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isImportDeclaration(node) ||
  ts.isTaggedTemplateExpression(node) ||
  (ts.isCallExpression(node) && node.expression.getText().startsWith('console.'))

/** One source file with `said(n, …)` for each sentence; `number` gives a sentence its place in the list. */
function rewrite(path: string, code: string, number: (sentence: string) => number): string {
  let found = false
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ES2020, true)
  const result = ts.transform(file, [
    (context) => (root) => {
      const visit = (node: ts.Node, inside: boolean): ts.Node => {
        if (keepsText(node)) return node
        if (inside && isSentence(node)) {
          found = true
          const place = context.factory.createNumericLiteral(number(wordsOf(node).join(GAP)))
          const values = ts.isTemplateExpression(node) ? node.templateSpans.map((s) => s.expression) : []
          return context.factory.createCallExpression(context.factory.createIdentifier('said'), undefined, [
            place,
            ...values.map((value) => visit(value, true) as ts.Expression),
          ])
        }
        return ts.visitEachChild(node, (child) => visit(child, inside || ts.isFunctionLike(node)), context)
      }
      return visit(root, false) as ts.SourceFile
    },
  ])
  if (!found) return code
  const from = relative(dirname(path), SPEAKER)
  return `import { said } from '${from.startsWith('.') ? from : `./${from}`}'\n${ts.createPrinter().printFile(result.transformed[0] as ts.SourceFile)}`
}

/** Every source of the server by path, rewritten, and the list of sentences that they refer to. */
export function takeSentences(): { code: ReadonlyMap<string, string>; sentences: readonly string[] } {
  const places = new Map<string, number>()
  const number = (sentence: string): number => {
    if (!places.has(sentence)) places.set(sentence, places.size)
    return places.get(sentence) as number
  }
  const code = new Map<string, string>()
  const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    // What only the page runs says its sentences itself.
    (name) => name.endsWith('.ts') && !/[\\/]in-page[\\/]/.test(name),
  )
  for (const path of names.sort().map((name) => join(SRC, name)))
    code.set(path, rewrite(path, readFileSync(path, 'utf8'), number))
  return { code, sentences: [...places.keys()] }
}

/** Text or a list as it can stand in a file of the script: no character of it can be taken for markup. */
export const asMarkupFree = (content: string | readonly string[]): string =>
  JSON.stringify(content).replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)
