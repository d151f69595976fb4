/** Utilities: encodings, digests, dates, sleep. */

import { strict } from '../errors'
import type { Execution } from '../execution'
import { makeBlob } from './blob'
import { ascii, fromBase64, signed, toBase64, unsigned, utf8 } from './bytes'
import { parseCsv } from './csv'
import { formatDate } from './date-format'
import { elapse } from './elapse'
import { enumOf } from './enums'
import { hmac, md5, sha1, sha256 } from './hash'
import { badSignature, refuse } from './refuse'
import { isZone } from './zone'

type Service = GoogleAppsScript.Utilities.Utilities
const Charset = enumOf('US_ASCII', 'UTF_8') as unknown as Service['Charset']
const DigestAlgorithm = enumOf('MD5', 'SHA_1', 'SHA_256') as unknown as Service['DigestAlgorithm']
const MacAlgorithm = enumOf('HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256') as unknown as Service['MacAlgorithm']
const HASHES = { MD5: md5, SHA_1: sha1, SHA_256: sha256 }
const LONGEST_SLEEP = 300_000

type Data = string | number[]

export function makeUtilities(execution: Execution): Service {
  const { workspace } = execution
  const call = <T>(method: string, effect: () => T): T =>
    execution.call({ service: 'Utilities', method, limited: true }, effect)
  const bytesOf = (method: string, data: unknown, charset?: unknown): Uint8Array => {
    if (typeof data === 'string') return String(charset) === 'US_ASCII' ? ascii(data) : utf8(data)
    if (Array.isArray(data)) return unsigned(data as number[])
    throw badSignature(execution, `Utilities.${method}`, data)
  }
  const encode = (method: string, webSafe: boolean) => (data: Data, charset?: unknown) =>
    call(method, () => toBase64(bytesOf(method, data, charset), webSafe))
  const decode = (method: string) => (encoded: string) =>
    call(method, () => {
      const bytes = typeof encoded === 'string' ? fromBase64(encoded) : null
      if (!bytes) throw refuse(execution, 'decodeFailed')
      return signed(bytes)
    })
  const hashNamed = (method: string, algorithm: unknown) => {
    const name = String(algorithm).replace('HMAC_', '')
    const hash = HASHES[name as keyof typeof HASHES]
    if (!hash) throw badSignature(execution, `Utilities.${method}`, algorithm)
    return hash
  }
  const mac = (method: string, algorithm: unknown, value: Data, key: Data, charset: unknown): number[] =>
    call(method, () =>
      signed(hmac(hashNamed(method, algorithm), bytesOf(method, value, charset), bytesOf(method, key, charset))),
    )

  const service: Partial<Service> = {
    Charset,
    DigestAlgorithm,
    MacAlgorithm,
    base64Encode: encode('base64Encode', false),
    base64EncodeWebSafe: encode('base64EncodeWebSafe', true),
    base64Decode: decode('base64Decode'),
    base64DecodeWebSafe: decode('base64DecodeWebSafe'),
    computeDigest: (algorithm: unknown, value: Data, charset?: unknown) =>
      call('computeDigest', () =>
        signed(hashNamed('computeDigest', algorithm)(bytesOf('computeDigest', value, charset))),
      ),
    computeHmacSha256Signature: (value: Data, key: Data, charset?: unknown) =>
      mac('computeHmacSha256Signature', 'SHA_256', value, key, charset),
    computeHmacSignature: (algorithm: unknown, value: Data, key: Data, charset?: unknown) =>
      mac('computeHmacSignature', algorithm, value, key, charset),
    formatDate: (date, timeZone, format) =>
      call('formatDate', () => {
        const ms = Object.prototype.toString.call(date) === '[object Date]' ? date.getTime() : Number.NaN
        if (Number.isNaN(ms)) throw badSignature(execution, 'Utilities.formatDate', date, timeZone, format)
        if (typeof timeZone !== 'string' || !isZone(timeZone)) throw refuse(execution, 'invalidArgument', 'timeZone')
        const text = formatDate(ms, timeZone, format)
        if (text === null) throw refuse(execution, 'invalidArgument', 'format')
        return text
      }),
    formatString: (template: string, ...args: unknown[]) =>
      call('formatString', () =>
        template.replace(/%([sd%])/g, (_, kind) => (kind === '%' ? '%' : String(args.shift()))),
      ),
    getUuid: () =>
      call('getUuid', () => {
        const hex = workspace.random.hex(32)
        const variant = workspace.random.pick(['8', '9', 'a', 'b'])
        return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
      }),
    newBlob: (data: Data, contentType?: string, name?: string) =>
      call('newBlob', () => {
        const type = contentType ?? (typeof data === 'string' ? 'text/plain' : null)
        return makeBlob(bytesOf('newBlob', data), type, name ?? null)
      }),
    parseCsv: (csv: string, delimiter?: string) =>
      call('parseCsv', () => {
        const rows = parseCsv(csv, delimiter)
        if (!rows) throw refuse(execution, 'parseFailed')
        return rows
      }),
    sleep: (ms) =>
      call('sleep', () => {
        if (!(ms >= 0 && ms <= LONGEST_SLEEP)) throw refuse(execution, 'invalidArgument', 'milliseconds')
        elapse(execution, ms)
      }),
  }
  return strict('Utilities', service) as Service
}
