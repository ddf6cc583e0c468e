// What the business rules call after the transaction, each for what it stands for.
import { happened } from './event.js'
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
