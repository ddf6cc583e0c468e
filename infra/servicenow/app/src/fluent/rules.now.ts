import '@servicenow/sdk/global'
import { BusinessRule } from '@servicenow/sdk/core'
import { attached, deleted, noted, opened, updated } from '../server/rules'

BusinessRule({
    $id: Now.ID['incident-opened'],
    name: 'Belay: opened',
    table: 'incident',
    action: ['insert'],
    when: 'async',
    order: 1000,
    script: opened,
    active: true,
})

BusinessRule({
    $id: Now.ID['incident-updated'],
    name: 'Belay: updated',
    table: 'incident',
    action: ['update'],
    when: 'async',
    order: 1000,
    filterCondition: 'priorityVALCHANGES^ORstateVALCHANGES^ORassigned_toVALCHANGES^ORassignment_groupVALCHANGES^ORmajor_incident_stateVALCHANGES^ORshort_descriptionVALCHANGES',
    script: updated,
    active: true,
})

BusinessRule({
    $id: Now.ID['incident-noted'],
    name: 'Belay: noted',
    table: 'incident',
    action: ['update'],
    when: 'async',
    order: 1000,
    filterCondition: 'work_notesVALCHANGES',
    script: noted,
    active: true,
})

BusinessRule({
    $id: Now.ID['incident-deleted'],
    name: 'Belay: deleted',
    table: 'incident',
    action: ['delete'],
    when: 'async',
    order: 1000,
    script: deleted,
    active: true,
})

BusinessRule({
    $id: Now.ID['problem-opened'],
    name: 'Belay: opened',
    table: 'problem',
    action: ['insert'],
    when: 'async',
    order: 1000,
    script: opened,
    active: true,
})

BusinessRule({
    $id: Now.ID['problem-updated'],
    name: 'Belay: updated',
    table: 'problem',
    action: ['update'],
    when: 'async',
    order: 1000,
    filterCondition: 'priorityVALCHANGES^ORstateVALCHANGES^ORassigned_toVALCHANGES^ORassignment_groupVALCHANGES^ORshort_descriptionVALCHANGES',
    script: updated,
    active: true,
})

BusinessRule({
    $id: Now.ID['problem-noted'],
    name: 'Belay: noted',
    table: 'problem',
    action: ['update'],
    when: 'async',
    order: 1000,
    filterCondition: 'work_notesVALCHANGES',
    script: noted,
    active: true,
})

BusinessRule({
    $id: Now.ID['problem-deleted'],
    name: 'Belay: deleted',
    table: 'problem',
    action: ['delete'],
    when: 'async',
    order: 1000,
    script: deleted,
    active: true,
})

BusinessRule({
    $id: Now.ID['change_request-opened'],
    name: 'Belay: opened',
    table: 'change_request',
    action: ['insert'],
    when: 'async',
    order: 1000,
    script: opened,
    active: true,
})

BusinessRule({
    $id: Now.ID['change_request-updated'],
    name: 'Belay: updated',
    table: 'change_request',
    action: ['update'],
    when: 'async',
    order: 1000,
    filterCondition: 'priorityVALCHANGES^ORstateVALCHANGES^ORassigned_toVALCHANGES^ORassignment_groupVALCHANGES^ORshort_descriptionVALCHANGES',
    script: updated,
    active: true,
})

BusinessRule({
    $id: Now.ID['change_request-noted'],
    name: 'Belay: noted',
    table: 'change_request',
    action: ['update'],
    when: 'async',
    order: 1000,
    filterCondition: 'work_notesVALCHANGES',
    script: noted,
    active: true,
})

BusinessRule({
    $id: Now.ID['change_request-deleted'],
    name: 'Belay: deleted',
    table: 'change_request',
    action: ['delete'],
    when: 'async',
    order: 1000,
    script: deleted,
    active: true,
})

BusinessRule({
    $id: Now.ID['sys_attachment-attached'],
    name: 'Belay: attached',
    table: 'sys_attachment',
    action: ['insert'],
    when: 'async',
    order: 1000,
    filterCondition: 'table_nameINincident,problem,change_request',
    script: attached,
    active: true,
})
