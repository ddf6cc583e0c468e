// What the business rules call after the transaction, each for what it stands for.
import { attachedTo, happened } from './event.js'
import { tell } from './outbox.js'

export function opened(current) {
    tell(happened(current, 'record.opened'))
}

export function updated(current) {
    tell(happened(current, 'record.updated'))
}

export function noted(current) {
    tell(happened(current, 'record.journal'))
}

export function deleted(current) {
    tell(happened(current, 'record.deleted'))
}

/** @param current a row of sys_attachment */
export function attached(current) {
    tell(attachedTo(current))
}
