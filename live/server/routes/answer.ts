import type { IncomingMessage, RequestListener } from 'node:http'
import type { Hub } from '../hub.ts'
import type { SessionHandle } from '../session-handle.ts'
import type { Voters } from '../voters.ts'
import { Buffer } from 'node:buffer'
import { bodies, fitting, MOST_BODY_BYTES, tooLarge } from '../bodies.ts'
import { reportOf, whyRefused } from '../failure.ts'
import { RateLimit } from '../limits.ts'
import { refuseElsewhere, refuseOtherHost } from '../origin.ts'
import { Refusal } from '../refusal.ts'
import { hangUp, reply, replyRefusal } from '../reply.ts'
import { takeAnswer } from '../voter-answers.ts'

export interface AnswerRoute {
  handle: SessionHandle
  voters: Voters
  hub: Hub
  hosts: readonly string[]
  report: (line: string) => void
}

/** As in `docs/http.md`. */
export const ANSWER_ROUTE = 'PUT /api/polls/:id/answer'
const ADDRESS = /^\/api\/polls\/([^/?]+)\/answer(?:\?|$)/

/**
 * Takes answers, and passes on what is none. Straight from Node: a whole room answers at once, and an answer that is made
 * into Hono's request and response takes half as long again.
 */
export function answerListener({ handle, voters, hub, hosts, report }: AnswerRoute, others: RequestListener): RequestListener {
  const answersOfVoter = new RateLimit(20, 10_000)

  async function take(poll: string, request: IncomingMessage): Promise<'counted' | 'changed'> {
    const { headers } = request
    refuseOtherHost(headers, hosts)
    refuseElsewhere(headers)
    const { round, answer } = fitting(bodies.answer, await textOf(request))
    const voter = voters.of(headers)
    if (voter !== null && !answersOfVoter.allows(voter))
      throw new Refusal('too-many', 'That was a lot of answers in a few seconds. Wait a moment, then send again.')
    const stored = await takeAnswer(handle, poll, round, voter, answer)
    if (stored.status === 'counted')
      hub.progress()
    if (voter !== null)
      hub.mine(voter, { [poll]: { round, answer: stored.answer } })
    return stored.status
  }

  return (request, response) => {
    const poll = request.method === 'PUT' ? ADDRESS.exec(request.url ?? '')?.[1] : undefined
    if (poll === undefined)
      return others(request, response)
    take(poll, request).then(status => reply(response, 200, { status }), (error: unknown) => {
      const refusal = whyRefused(error)
      if (refusal.status === 500)
        report(reportOf(error, ANSWER_ROUTE))
      if (request.complete)
        replyRefusal(response, refusal)
      else
        hangUp(request, response, refusal)
    })
  }
}

/** The whole body. @throws Refusal as soon as it is longer than an answer can be */
function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let length = 0
    request.on('data', (part: Buffer) => {
      parts.push(part)
      length += part.length
      if (length > MOST_BODY_BYTES)
        reject(tooLarge())
    })
    request.on('end', () => resolve(Buffer.concat(parts).toString()))
  })
}
