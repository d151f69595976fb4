/** Opens the page `file` (its name without `.html`) as the sidebar, in place of any other. */
export function showSidebar(file: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(file).setTitle(title))
}
