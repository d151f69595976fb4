/**
 * Modelled milliseconds a call takes. Orders of magnitude from published measurements (properties ≈ 60 write / 30 read,
 * cache ≈ 60, one-cell sheet read or write ≈ 100 once warm, flush ≈ 300, a mail ≈ 500); `perItem` is added per cell,
 * request or recipient. They serve forecasts and the six-minute rule, not prophecy.
 */
export interface Latency {
  readonly base: number
  readonly perItem?: number
}

export const LATENCY: Record<string, Latency> = {
  'SpreadsheetApp.Range.getValues': { base: 120, perItem: 0.004 },
  'SpreadsheetApp.Range.setValues': { base: 120, perItem: 0.01 },
  'SpreadsheetApp.Range.getDisplayValues': { base: 120, perItem: 0.004 },
  'SpreadsheetApp.Range.getValue': { base: 100 },
  'SpreadsheetApp.Range.setValue': { base: 100 },
  'SpreadsheetApp.Sheet.appendRow': { base: 100 },
  'SpreadsheetApp.Sheet.getRange': { base: 2 },
  'SpreadsheetApp.flush': { base: 300 },
  SpreadsheetApp: { base: 15 },
  'PropertiesService.getProperty': { base: 30 },
  PropertiesService: { base: 60 },
  CacheService: { base: 60 },
  LockService: { base: 60 },
  ScriptApp: { base: 150 },
  Session: { base: 10 },
  Utilities: { base: 1 },
  'UrlFetchApp.fetchAll': { base: 700, perItem: 40 },
  UrlFetchApp: { base: 700 },
  HtmlService: { base: 50 },
  MailApp: { base: 500 },
  Gmail: { base: 450 },
  Calendar: { base: 500 },
  GroupsApp: { base: 400 },
}

export function latencyOf(service: string, method: string, items: number): number {
  const found = LATENCY[`${service}.${method}`] ?? LATENCY[service] ?? { base: 20 }
  return found.base + (found.perItem ?? 0) * items
}
