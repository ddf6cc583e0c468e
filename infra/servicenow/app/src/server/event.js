// What Belay is told: that something happened to a record, and nothing of the record itself.
import { gs, GlideDateTime } from '@servicenow/glide'

/** What there is to tell of a record, as the outbox keeps it where Belay did not take it. */
export function happened(record, type) {
    const table = String(record.getTableName())
    const sysId = String(record.getUniqueValue())
    const count = String(record.getValue('sys_mod_count') || '0')
    return {
        event_id: table + ':' + sysId + ':' + count + ':' + type,
        type: type,
        occurred_at: time(record),
        table: table,
        sys_id: sysId,
        sys_mod_count: count,
        updated_by: String(record.getValue('sys_updated_by') || ''),
    }
}

/** That a file was attached to a record, of its row in sys_attachment: who and when, and nothing of the file. */
export function attachedTo(attachment) {
    const type = 'record.attached'
    const table = String(attachment.getValue('table_name') || '')
    const sysId = String(attachment.getValue('table_sys_id') || '')
    const id = String(attachment.getUniqueValue())
    return Object.assign(happened(attachment, type), {
        event_id: table + ':' + sysId + ':' + id + ':' + type,
        table: table,
        sys_id: sysId,
        attachment: id,
    })
}

/** That this instance is there and reaches Belay. */
export function beat() {
    const now = utc(new GlideDateTime().getValue())
    return { event_id: 'heartbeat:' + now, type: 'instance.heartbeat', occurred_at: now }
}

/** The instance's name is read when it is sent and stored nowhere, so that a clone says who it is. */
export function body(event) {
    const said = Object.assign({ schema: 1, instance: String(gs.getProperty('instance_name') || '') }, event)
    return ascii(JSON.stringify(said))
}

/** A row that an import or a script made without its system fields has no time, so now. */
function time(record) {
    return utc(
        record.getValue('sys_updated_on') || record.getValue('sys_created_on') || new GlideDateTime().getValue()
    )
}

function utc(value) {
    return String(value).replace(' ', 'T') + 'Z'
}

/** The MAC is over characters here and over bytes at Belay, so the body has only characters that are one byte. */
function ascii(json) {
    return json.replace(/[^\x00-\x7f]/g, (c) => '\\u' + ('000' + c.charCodeAt(0).toString(16)).slice(-4))
}
