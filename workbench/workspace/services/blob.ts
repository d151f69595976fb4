/** Bytes with a type and a name, as services hand them around. */
import { strict } from '../errors'
import { decodeText, signed, unsigned, utf8 } from './bytes'

export type Blob = GoogleAppsScript.Base.Blob

const TYPES: Record<string, string> = {
  txt: 'text/plain',
  html: 'text/html',
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  ics: 'text/calendar',
}

/** Conversion to another type (`getAs`) is not emulated, except to the type the blob has. */
export function makeBlob(data: Uint8Array | string, type: string | null = null, blobName: string | null = null): Blob {
  let bytes = typeof data === 'string' ? utf8(data) : data
  let contentType = type
  let name = blobName
  const blob: Partial<Blob> = strict<Partial<Blob>>('Blob', {
    copyBlob: () => makeBlob(bytes.slice(), contentType, name),
    getBytes: () => signed(bytes),
    getContentType: () => contentType,
    getDataAsString: (charset?: string) => decodeText(bytes, charset),
    getName: () => name,
    isGoogleType: () => false,
    setBytes(data: number[]) {
      bytes = unsigned(data)
      return blob as Blob
    },
    setContentType(next: string | null) {
      contentType = next
      return blob as Blob
    },
    setContentTypeFromExtension() {
      contentType = TYPES[name?.split('.').pop()?.toLowerCase() ?? ''] ?? contentType
      return blob as Blob
    },
    setDataFromString(text: string) {
      bytes = utf8(text)
      return blob as Blob
    },
    setName(next: string) {
      name = next
      return blob as Blob
    },
  })
  // `getBlob` is in the typings' parent interface only, but blobs have it: a blob is its own source.
  ;(blob as { getBlob: () => Blob }).getBlob = () => blob as Blob
  return blob as Blob
}
