/** Names that Univer and the model share for a tab. */
export const BOOK = 'book'
export const sheetKey = (id: number): string => `s${id}`
export const idOf = (key: string): number => Number(key.slice(1))
