/** Opens the page `file` (its name without `.html`) as the sidebar, in place of any other. */
export function showSidebar(file: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(file).setTitle(title))
}

/**
 * Opens the page `file` as a dialog of so many pixels; the sheet and the sidebar can be used beside it. `id`, of letters,
 * digits and hyphens, is what the page finds as `<meta name="shown">`; any other is left out.
 */
export function showDialog(file: string, title: string, width: number, height: number, id = ''): void {
  const page = HtmlService.createHtmlOutputFromFile(file).setWidth(width).setHeight(height)
  if (/^[\w-]+$/.test(id)) page.append(`<meta name="shown" content="${id}">`)
  SpreadsheetApp.getUi().showModelessDialog(page, title)
}
