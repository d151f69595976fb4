/** MD5, SHA-1 and SHA-256 over bytes, without help of Node or a browser. */
type Hash = (bytes: Uint8Array) => Uint8Array

const rotl = (x: number, n: number): number => (x << n) | (x >>> (32 - n))
const rotr = (x: number, n: number): number => (x >>> n) | (x << (32 - n))

/** The message with its padding, a multiple of 64 bytes; the length at the end in the byte order asked for. */
function padded(bytes: Uint8Array, littleEndian: boolean): DataView {
  const size = Math.ceil((bytes.length + 9) / 64) * 64
  const out = new Uint8Array(size)
  out.set(bytes)
  out[bytes.length] = 0x80
  const view = new DataView(out.buffer)
  const low = (bytes.length << 3) >>> 0
  const high = Math.floor(bytes.length / 0x20000000)
  view.setUint32(littleEndian ? size - 8 : size - 4, low, littleEndian)
  view.setUint32(littleEndian ? size - 4 : size - 8, high, littleEndian)
  return view
}

function digest(words: readonly number[], littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4))
  words.forEach((word, i) => {
    view.setUint32(i * 4, word >>> 0, littleEndian)
  })
  return new Uint8Array(view.buffer)
}

const MD5_SINES = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0)
const MD5_TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
]

export const md5: Hash = (bytes) => {
  const view = padded(bytes, true)
  let [a0, b0, c0, d0] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d] = [a0, b0, c0, d0]
    for (let i = 0; i < 64; i++) {
      const round = i >> 4
      let f: number
      let word: number
      if (round === 0) [f, word] = [(b & c) | (~b & d), i]
      else if (round === 1) [f, word] = [(d & b) | (~d & c), (5 * i + 1) % 16]
      else if (round === 2) [f, word] = [b ^ c ^ d, (3 * i + 5) % 16]
      else [f, word] = [c ^ (b | ~d), (7 * i) % 16]
      const sum = (a + f + (MD5_SINES[i] ?? 0) + view.getUint32(block + word * 4, true)) | 0
      ;[a, d, c, b] = [d, c, b, (b + rotl(sum, MD5_TURNS[round]?.[i % 4] ?? 0)) | 0]
    }
    a0 = (a0 + a) | 0
    b0 = (b0 + b) | 0
    c0 = (c0 + c) | 0
    d0 = (d0 + d) | 0
  }
  return digest([a0, b0, c0, d0], true)
}

export const sha1: Hash = (bytes) => {
  const view = padded(bytes, false)
  const h = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const w = new Int32Array(80)
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(block + i * 4)
    for (let i = 16; i < 80; i++)
      w[i] = rotl((w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0), 1)
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = h
    for (let i = 0; i < 80; i++) {
      let f: number
      let k: number
      if (i < 20) [f, k] = [(b & c) | (~b & d), 0x5a827999]
      else if (i < 40) [f, k] = [b ^ c ^ d, 0x6ed9eba1]
      else if (i < 60) [f, k] = [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
      else [f, k] = [b ^ c ^ d, 0xca62c1d6]
      const next = (rotl(a, 5) + f + e + k + (w[i] ?? 0)) | 0
      ;[e, d, c, b, a] = [d, c, rotl(b, 30), a, next]
    }
    for (const [i, word] of [a, b, c, d, e].entries()) h[i] = ((h[i] ?? 0) + word) | 0
  }
  return digest(h, false)
}

/** The first `count` primes, whose roots give SHA-256 its constants. */
function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n)
  return found
}
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0
const SHA256_K = primes(64).map((p) => fraction(Math.cbrt(p)))
const SHA256_H = primes(8).map((p) => fraction(Math.sqrt(p)))

export const sha256: Hash = (bytes) => {
  const view = padded(bytes, false)
  const h = [...SHA256_H]
  const w = new Int32Array(64)
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(block + i * 4)
    for (let i = 16; i < 64; i++) {
      const [x, y] = [w[i - 15] ?? 0, w[i - 2] ?? 0]
      const s0 = rotr(x, 7) ^ rotr(x, 18) ^ (x >>> 3)
      const s1 = rotr(y, 17) ^ rotr(y, 19) ^ (y >>> 10)
      w[i] = ((w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1) | 0
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, k = 0] = h
    for (let i = 0; i < 64; i++) {
      const s1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)
      const t1 = (k + s1 + ((e & f) ^ (~e & g)) + (SHA256_K[i] ?? 0) + (w[i] ?? 0)) | 0
      const s0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[k, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
    }
    for (const [i, word] of [a, b, c, d, e, f, g, k].entries()) h[i] = ((h[i] ?? 0) + word) | 0
  }
  return digest(h, false)
}

/** RFC 2104 over any of the hashes above (all have blocks of 64 bytes). */
export function hmac(hash: Hash, message: Uint8Array, key: Uint8Array): Uint8Array {
  const block = new Uint8Array(64)
  block.set(key.length > 64 ? hash(key) : key)
  const join = (pad: number, rest: Uint8Array): Uint8Array => {
    const out = new Uint8Array(64 + rest.length)
    out.set(block.map((b) => b ^ pad))
    out.set(rest, 64)
    return out
  }
  return hash(join(0x5c, hash(join(0x36, message))))
}
