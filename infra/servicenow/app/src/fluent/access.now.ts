import '@servicenow/sdk/global'
import { Acl, Role } from '@servicenow/sdk/core'

/** What the user that Belay itself works as may do. */
export const integration = Role({
    name: 'x_belay_chat.integration',
    description: 'For the user that Belay works as, and for nobody else.',
})

/** Who sees the outbox and sends test events. */
export const administrator = Role({
    name: 'x_belay_chat.admin',
    description: 'Sees what Belay did not take, and sends test events.',
})

// Rules beside those that the instance has on these tables: they add a right and take none.

Acl({
    $id: Now.ID['acl-incident-read'],
    type: 'record',
    table: 'incident',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-incident-write'],
    type: 'record',
    table: 'incident',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-problem-read'],
    type: 'record',
    table: 'problem',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-problem-write'],
    type: 'record',
    table: 'problem',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-change_request-read'],
    type: 'record',
    table: 'change_request',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-change_request-write'],
    type: 'record',
    table: 'change_request',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

// Our own columns: nobody but Belay writes them.

Acl({
    $id: Now.ID['acl-incident-x_belay_chat_slack-write'],
    type: 'record',
    table: 'incident',
    field: 'x_belay_chat_slack',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-incident-x_belay_chat_slack_link-write'],
    type: 'record',
    table: 'incident',
    field: 'x_belay_chat_slack_link',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-incident-x_belay_chat_teams-write'],
    type: 'record',
    table: 'incident',
    field: 'x_belay_chat_teams',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-incident-x_belay_chat_teams_link-write'],
    type: 'record',
    table: 'incident',
    field: 'x_belay_chat_teams_link',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-problem-x_belay_chat_slack-write'],
    type: 'record',
    table: 'problem',
    field: 'x_belay_chat_slack',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-problem-x_belay_chat_slack_link-write'],
    type: 'record',
    table: 'problem',
    field: 'x_belay_chat_slack_link',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-problem-x_belay_chat_teams-write'],
    type: 'record',
    table: 'problem',
    field: 'x_belay_chat_teams',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-problem-x_belay_chat_teams_link-write'],
    type: 'record',
    table: 'problem',
    field: 'x_belay_chat_teams_link',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-change_request-x_belay_chat_slack-write'],
    type: 'record',
    table: 'change_request',
    field: 'x_belay_chat_slack',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-change_request-x_belay_chat_slack_link-write'],
    type: 'record',
    table: 'change_request',
    field: 'x_belay_chat_slack_link',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-change_request-x_belay_chat_teams-write'],
    type: 'record',
    table: 'change_request',
    field: 'x_belay_chat_teams',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-change_request-x_belay_chat_teams_link-write'],
    type: 'record',
    table: 'change_request',
    field: 'x_belay_chat_teams_link',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: true,
})

// Our own table.

Acl({
    $id: Now.ID['acl-outbox-read'],
    type: 'record',
    table: 'x_belay_chat_outbox',
    operation: 'read',
    roles: [administrator],
    decisionType: 'allow',
    active: true,
})

Acl({
    $id: Now.ID['acl-outbox-delete'],
    type: 'record',
    table: 'x_belay_chat_outbox',
    operation: 'delete',
    roles: [administrator],
    decisionType: 'allow',
    active: true,
})
