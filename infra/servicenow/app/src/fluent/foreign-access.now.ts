import '@servicenow/sdk/global'
import { Acl } from '@servicenow/sdk/core'
import { integration } from './access.now'

// Rules on fields and tables that are ServiceNow's own. They are inactive: where the instance has no rule of the same name, ours
// would be the first of its kind and take the field from everybody else. infra/servicenow/README.md says when to activate one.

Acl({
    $id: Now.ID['acl-incident-state-write'],
    type: 'record',
    table: 'incident',
    field: 'state',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-incident-assigned_to-write'],
    type: 'record',
    table: 'incident',
    field: 'assigned_to',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-incident-work_notes-write'],
    type: 'record',
    table: 'incident',
    field: 'work_notes',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-incident-additional_assignee_list-write'],
    type: 'record',
    table: 'incident',
    field: 'additional_assignee_list',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-incident-major_incident_state-write'],
    type: 'record',
    table: 'incident',
    field: 'major_incident_state',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-problem-state-write'],
    type: 'record',
    table: 'problem',
    field: 'state',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-problem-assigned_to-write'],
    type: 'record',
    table: 'problem',
    field: 'assigned_to',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-problem-work_notes-write'],
    type: 'record',
    table: 'problem',
    field: 'work_notes',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-problem-additional_assignee_list-write'],
    type: 'record',
    table: 'problem',
    field: 'additional_assignee_list',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-change_request-state-write'],
    type: 'record',
    table: 'change_request',
    field: 'state',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-change_request-assigned_to-write'],
    type: 'record',
    table: 'change_request',
    field: 'assigned_to',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-change_request-work_notes-write'],
    type: 'record',
    table: 'change_request',
    field: 'work_notes',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-change_request-additional_assignee_list-write'],
    type: 'record',
    table: 'change_request',
    field: 'additional_assignee_list',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_journal_field-read'],
    type: 'record',
    table: 'sys_journal_field',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_attachment-read'],
    type: 'record',
    table: 'sys_attachment',
    operation: 'read',
    roles: [integration],
    condition: 'table_nameINincident,problem,change_request',
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_attachment-create'],
    type: 'record',
    table: 'sys_attachment',
    operation: 'create',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_attachment-file_name-write'],
    type: 'record',
    table: 'sys_attachment',
    field: 'file_name',
    operation: 'write',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_user-read'],
    type: 'record',
    table: 'sys_user',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_user_group-read'],
    type: 'record',
    table: 'sys_user_group',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_user_grmember-read'],
    type: 'record',
    table: 'sys_user_grmember',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_user_has_role-read'],
    type: 'record',
    table: 'sys_user_has_role',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_user_role-read'],
    type: 'record',
    table: 'sys_user_role',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-cmdb_ci-read'],
    type: 'record',
    table: 'cmdb_ci',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-cmdb_ci_service-read'],
    type: 'record',
    table: 'cmdb_ci_service',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_outbound_http_log-read'],
    type: 'record',
    table: 'sys_outbound_http_log',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-ecc_queue-read'],
    type: 'record',
    table: 'ecc_queue',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-ecc_agent-read'],
    type: 'record',
    table: 'ecc_agent',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})

Acl({
    $id: Now.ID['acl-sys_script-read'],
    type: 'record',
    table: 'sys_script',
    operation: 'read',
    roles: [integration],
    decisionType: 'allow',
    active: false,
})
