/** Which names a script reads without declaring them anywhere: its globals. */
import ts from 'typescript'

export function freeNames(code: string): Set<string> {
  const file = ts.createSourceFile('Code.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS)
  const declared = new Set<string>()
  const used = new Set<string>()

  const declare = (name: ts.BindingName | undefined): void => {
    if (!name) return
    if (ts.isIdentifier(name)) declared.add(name.text)
    else for (const element of name.elements) if (ts.isBindingElement(element)) declare(element.name)
  }
  const isOnlyAName = (node: ts.Identifier): boolean => {
    const { parent } = node
    if (ts.isPropertyAccessExpression(parent)) return parent.name === node
    if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isAccessor(parent))
      return parent.name === node
    if (ts.isBindingElement(parent)) return parent.propertyName === node
    return ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent) || ts.isPropertyDeclaration(parent)
  }
  // `typeof X` is how a script asks whether a global is there: that is allowed.
  const isOnlyAsked = (node: ts.Identifier): boolean => ts.isTypeOfExpression(node.parent)

  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) declare(node.name)
    else if (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isClassLike(node)) {
      if (node.name) declared.add(node.name.text)
    } else if (ts.isIdentifier(node) && !isOnlyAName(node) && !isOnlyAsked(node)) used.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return new Set([...used].filter((name) => !declared.has(name)))
}
