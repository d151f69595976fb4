/** How the column “Source” begins where a row is Open States’: the page plans by it, the server insists on it. */
export const SOURCE = 'Open States'
