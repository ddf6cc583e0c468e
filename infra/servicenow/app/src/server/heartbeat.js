// What runs each minute, and what the button "Send test event" does.
import { gs } from '@servicenow/glide'
import { postHeartbeat } from './post.js'
import { forgetOldest, sendAgain } from './outbox.js'

const TAKEN = 202

/** What to do about an answer that is not the right one. */
const FIXES = {
    0: 'no answer came: see whether this instance may reach the address of the property x_belay_chat.endpoint',
    400: 'the application was changed: install it again',
    401: 'the key or its id differs from the secret servicenow-events of the stack, or a clock is off by five minutes',
    403: 'the stack expects events of another instance (its parameter ServiceNowInstance), or a firewall before it refuses this one',
    404: 'the property x_belay_chat.endpoint is not the address that the stack gives as ServiceNowEventUrl',
    503: 'Belay is not set up yet or cannot store events: see its alarms',
}

/** Tells Belay that this instance is there, and, where that was taken, sends again what was not. */
export function everyMinute() {
    const said = heartbeat()
    if (said) {
        gs.error('Belay did not take the heartbeat: ' + said)
        forgetOldest()
    } else {
        sendAgain()
    }
}

/** Sends one heartbeat now and tells the person what came of it. */
export function sendTest() {
    const said = heartbeat()
    if (said) {
        gs.addErrorMessage('Belay did not take the test event: ' + said)
    } else {
        gs.addInfoMessage('Belay took the test event.')
    }
}

/** What kept it from being taken; nothing where it was taken. */
function heartbeat() {
    try {
        const status = postHeartbeat()
        if (status === TAKEN) {
            return ''
        }
        return (status === 0 ? '' : 'status ' + status + ': ') + (FIXES[status] || 'see the log of ingress')
    } catch (e) {
        return e.message
    }
}
