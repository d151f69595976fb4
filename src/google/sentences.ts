/**
 * What the program says. The build (`scripts/sentences.ts`) moves whole sentences into a file of their own, and puts calls
 * of `said` where they stood: a run that says nothing loads none of them.
 */
let kept: string[] | null = null

/** Sentence number `place`, with the values between its words. Throws where Google does not give the file. */
export function said(place: number, ...values: unknown[]): string {
  // As a template it comes raw: an HtmlOutput may be tidied.
  kept = kept ?? (JSON.parse(HtmlService.createTemplateFromFile('Sentences').getRawContent()) as string[])
  const [first = '', ...rest] = (kept[place] ?? '').split('\u0001')
  return rest.reduce((text, words, i) => text + String(values[i]) + words, first)
}
