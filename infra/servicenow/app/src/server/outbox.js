// What Belay did not take waits here until it does.
import { gs, GlideDateTime, GlideRecord } from '@servicenow/glide'
import { postEvent } from './post.js'

const TABLE = 'x_belay_chat_outbox'

/** So many are sent again in one run; it ends before the next heartbeat is due, and where so many in a row are not taken. */
const MOST = 500
const MILLIS = 40000
const FAILURES = 3

/** What waited so long is tried once more: reconciliation has found by then what it told of. */
const DAYS = 3

/** While no heartbeat is taken nothing is tried, and this is how long it is kept. */
const DAYS_UNHEARD = 30

/** What is kept of an event: the column, and its name in the event. */
const KEPT = {
    event_id: 'event_id',
    type: 'type',
    occurred_at: 'occurred_at',
    source_table: 'table',
    source_id: 'sys_id',
    mod_count: 'sys_mod_count',
    changed_by: 'updated_by',
    attachment: 'attachment',
}

/** Sends an event, and keeps it where it was not taken and may be taken later. */
export function tell(event) {
    const outcome = attempt(event)
    if (outcome.again) {
        keep(event, outcome.said)
    }
    if (outcome.said) {
        gs.error('Belay did not take ' + event.event_id + ': ' + outcome.said)
    }
}

/** Sends again what waits: what failed least often first, so that no event is in the way of others. */
export function sendAgain() {
    const row = new GlideRecord(TABLE)
    row.orderBy('attempts')
    row.orderBy('sys_created_on')
    row.setLimit(MOST)
    row.query()
    const end = now() + MILLIS
    let failures = 0
    while (failures < FAILURES && now() < end && row.next()) {
        failures = settle(row) ? 0 : failures + 1
    }
}

function now() {
    return new GlideDateTime().getNumericValue()
}

/** Whether the row needs nothing any more, and Belay may take the next. */
function settle(row) {
    const event = read(row)
    const outcome = attempt(event)
    if (outcome.again && !isOlder(row, DAYS)) {
        row.setValue('attempts', Number(row.getValue('attempts') || 0) + 1)
        row.setValue('said', outcome.said)
        row.update()
        return false
    }
    if (outcome.said) {
        gs.error(
            outcome.again
                ? 'Belay did not take ' + event.event_id + ' for ' + DAYS + ' days: ' + outcome.said + '; it is not sent again'
                : 'Belay will not take ' + event.event_id + ': ' + outcome.said
        )
    }
    row.deleteRecord()
    return !outcome.again
}

function isOlder(row, days) {
    return String(row.getValue('sys_created_on')) < before(days)
}

/** As columns have it. */
function before(days) {
    const then = new GlideDateTime()
    then.addDaysUTC(-days)
    return String(then.getValue())
}

/**
 * Sends an event once. What cannot be read (400) or is too large (413) is the same when it is sent again; a missing key or address may
 * be entered later, and what refuses it (403) be corrected: the stack's ServiceNowInstance, or a firewall before it.
 */
function attempt(event) {
    let status
    try {
        status = postEvent(event)
    } catch (e) {
        return { again: true, said: e.message }
    }
    if (status === 202) {
        return { again: false, said: '' }
    }
    const never = status === 400 || status === 413
    return { again: !never, said: status === 0 ? 'no answer' : 'status ' + status }
}

function keep(event, said) {
    const row = new GlideRecord(TABLE)
    row.initialize()
    Object.keys(KEPT).forEach((column) => row.setValue(column, event[KEPT[column]] || ''))
    row.setValue('attempts', 1)
    row.setValue('said', said)
    row.insert()
}

/** What a column does not have is not in the event either. */
function read(row) {
    const event = {}
    Object.keys(KEPT)
        .filter((column) => row.getValue(column))
        .forEach((column) => {
            event[KEPT[column]] = String(row.getValue(column))
        })
    return event
}

/** Instead of sending, while Belay hears nothing: what has waited too long for that goes, so that the table has an end. */
export function forgetOldest() {
    const old = new GlideRecord(TABLE)
    old.addQuery('sys_created_on', '<', before(DAYS_UNHEARD))
    old.query()
    let count = 0
    while (old.next()) {
        old.deleteRecord()
        count++
    }
    if (count > 0) {
        gs.error('Belay has heard nothing for ' + DAYS_UNHEARD + ' days; ' + count + ' events are not sent any more')
    }
}
