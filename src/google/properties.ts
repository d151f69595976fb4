/** Small facts every user of the script shares. Readable by every editor of the sheet: never a secret. */
export const getProperty = (key: string): string => PropertiesService.getScriptProperties().getProperty(key) ?? ''
export const setProperty = (key: string, value: string): void => {
  PropertiesService.getScriptProperties().setProperty(key, value)
}
export const deleteProperty = (key: string): void => {
  PropertiesService.getScriptProperties().deleteProperty(key)
}
export const allProperties = (): Record<string, string> => PropertiesService.getScriptProperties().getProperties()
