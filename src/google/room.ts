/**
 * Code that few runs need is kept in a file of its own (`scripts/build-room.ts`) and read when it is asked for: what every
 * click has to load stays small. It is this script’s own file, and finds only what is handed to it.
 */
export function openRoom<T>(file: string, shared: Readonly<Record<string, unknown>>): T {
  // As a template it comes raw: an HtmlOutput may be tidied.
  const code = JSON.parse(HtmlService.createTemplateFromFile(file).getRawContent()) as string
  return new Function('shared', `${code}\nreturn room`)(shared) as T
}
