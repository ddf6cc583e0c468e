import '@servicenow/sdk/global'
import { Property, RestMessage, ScheduledScript } from '@servicenow/sdk/core'
import { everyMinute } from '../server/heartbeat'

Property({
    $id: Now.ID['endpoint'],
    name: 'x_belay_chat.endpoint',
    type: 'string',
    value: '',
    description: 'The address that the stack gives as ServiceNowEventUrl.',
    isPrivate: true,
    roles: { read: ['admin'], write: ['admin'] },
})

Property({
    $id: Now.ID['credential'],
    name: 'x_belay_chat.event.credential',
    type: 'string',
    value: '',
    description: 'The sys_id of the Basic Auth credential whose password is the key that signs events.',
    isPrivate: true,
    roles: { read: ['admin'], write: ['admin'] },
})

RestMessage({
    $id: Now.ID['message'],
    name: 'Belay',
    description: 'Events and the heartbeat. The address is the property x_belay_chat.endpoint; a MID Server can be set on the method.',
    endpoint: 'https://belay.invalid/servicenow/events',
    authenticationType: 'noAuthentication',
    functions: [{ name: 'event', httpMethod: 'POST', authenticationType: 'noAuthentication' }],
})

ScheduledScript({
    $id: Now.ID['every-minute'],
    name: 'Belay: heartbeat and outbox',
    frequency: 'periodically',
    executionInterval: { minutes: 1 },
    executionStart: '2026-01-01 00:00:00',
    script: everyMinute,
    active: true,
})
