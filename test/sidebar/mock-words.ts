/** Who and when it is in the made-up sheet, and a name that is no friend. */
export const HOSTILE = '<img src=x onerror=alert(1)>'
export const AT = '2026-11-23T17:58:00.000Z'
export const YOU = 'maya@franklin.example.org'
export const PRIYA = 'priya@franklin.example.org'
