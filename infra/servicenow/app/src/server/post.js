// How an event is signed and sent.
import { gs, GlideDateTime } from '@servicenow/glide'
import { RESTMessageV2 } from '@servicenow/glide/sn_ws'
import { StandardCredentialsProvider } from '@servicenow/glide/sn_cc'
import { beat, body } from './event.js'
import { signature } from './signature.js'

const TIMEOUT = 5000
const ADDRESS = /^https:\/\/[^\s?#]+\/servicenow\/events$/

/** Sends what happened to a record; gives the status of the answer, 0 where none came. */
export function postEvent(event) {
    return post(address(), event)
}

/** Sends the heartbeat; likewise. */
export function postHeartbeat() {
    return post(address().replace(/events$/, 'heartbeat'), beat())
}

function post(url, event) {
    const text = body(event)
    const signed = key()
    const timestamp = String(Math.floor(new GlideDateTime().getNumericValue() / 1000))
    const message = new RESTMessageV2('Belay', 'event')
    message.disableForcedVariableSubstitution()
    message.setEndpoint(url)
    message.setHttpTimeout(TIMEOUT)
    message.setRequestHeader('Content-Type', 'application/json')
    message.setRequestHeader('X-Belay-Event-Id', event.event_id)
    message.setRequestHeader('X-Belay-Key-Id', signed.id)
    message.setRequestHeader('X-Belay-Timestamp', timestamp)
    message.setRequestHeader('X-Belay-Signature', signature(signed.base64, timestamp, text))
    message.setRequestBody(text)
    return status(message)
}

/** An answer that does not come is an exception on some instances, and an answer with an error on others. */
function status(message) {
    try {
        const answer = message.execute()
        return answer.haveError() && !answer.getStatusCode() ? 0 : Number(answer.getStatusCode())
    } catch (_) {
        return 0
    }
}

function address() {
    const url = String(gs.getProperty('x_belay_chat.endpoint') || '').trim()
    if (!ADDRESS.test(url)) {
        throw new Error('the property x_belay_chat.endpoint is not the address that the stack gives as ServiceNowEventUrl')
    }
    return url
}

/** A basic-auth credential: its user name is the key's id, its password the key in base64. */
function key() {
    const id = gs.getProperty('x_belay_chat.event.credential')
    const credential = id ? new StandardCredentialsProvider().getCredentialByID(id) : null
    if (!credential || !credential.getAttribute('password')) {
        throw new Error('the property x_belay_chat.event.credential names no credential with a key')
    }
    return { id: String(credential.getAttribute('user_name')), base64: String(credential.getAttribute('password')) }
}
