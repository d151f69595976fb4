/** webpack’s view of `sentences.ts`: the rewritten source in place of the file’s own. */
module.exports = function rewritten(source) {
  return this.getOptions().code.get(this.resourcePath) ?? source
}
