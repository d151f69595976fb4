/** HTTPResponse: an answer that is already there, so reading it is no further service call. */
import { strict } from '../errors'
import type { NetAnswer } from '../network'
import { makeBlob } from './blob'
import { signed, utf8 } from './bytes'

type Response = GoogleAppsScript.URL_Fetch.HTTPResponse

export function makeResponse(answer: NetAnswer, url: string): Response {
  const headers = { ...answer.headers }
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const name = url.split(/[?#]/)[0]?.split('/').pop() || null
  const blob = () => makeBlob(answer.body, type?.split(';')[0]?.trim() ?? null, name)
  const response: Partial<Response> = {
    getResponseCode: () => answer.status,
    getContentText: () => answer.body,
    getContent: () => signed(utf8(answer.body)),
    getHeaders: () => ({ ...headers }),
    getAllHeaders: () => ({ ...headers }),
    getBlob: blob,
  }
  return strict('HTTPResponse', response) as Response
}
