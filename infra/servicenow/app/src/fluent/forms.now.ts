import '@servicenow/sdk/global'
import { ApplicationMenu, Record, UiAction } from '@servicenow/sdk/core'
import { sendTest } from '../server/heartbeat'
import { administrator } from './access.now'

export const menu = ApplicationMenu({
    $id: Now.ID['menu'],
    title: 'Belay',
    hint: 'Records and their conversations in chat',
    roles: [administrator],
    active: true,
})

Record({
    $id: Now.ID['menu-outbox'],
    table: 'sys_app_module',
    data: {
        title: 'Outbox',
        hint: 'Events that Belay did not take yet; the button "Send test event" is here',
        application: menu,
        link_type: 'LIST',
        name: 'x_belay_chat_outbox',
        roles: ['x_belay_chat.admin'],
        active: true,
        order: 100,
    },
})

UiAction({
    $id: Now.ID['send-test'],
    table: 'x_belay_chat_outbox',
    name: 'Send test event',
    actionName: 'x_belay_chat_send_test',
    hint: 'Sends a signed heartbeat to Belay now and says what came of it',
    list: { showBannerButton: true },
    roles: [administrator],
    script: sendTest,
    active: true,
})

UiAction({
    $id: Now.ID['open-incident-slack'],
    table: 'incident',
    name: 'Open conversation in Slack',
    actionName: 'x_belay_chat_open_slack',
    form: { showLink: true, showContextMenu: true },
    condition: '!current.x_belay_chat_slack_link.nil()',
    showInsert: false,
    showUpdate: true,
    script: "action.setRedirectURL(current.getValue('x_belay_chat_slack_link'));",
    active: true,
})

UiAction({
    $id: Now.ID['open-incident-teams'],
    table: 'incident',
    name: 'Open conversation in Teams',
    actionName: 'x_belay_chat_open_teams',
    form: { showLink: true, showContextMenu: true },
    condition: '!current.x_belay_chat_teams_link.nil()',
    showInsert: false,
    showUpdate: true,
    script: "action.setRedirectURL(current.getValue('x_belay_chat_teams_link'));",
    active: true,
})

UiAction({
    $id: Now.ID['open-problem-slack'],
    table: 'problem',
    name: 'Open conversation in Slack',
    actionName: 'x_belay_chat_open_slack',
    form: { showLink: true, showContextMenu: true },
    condition: '!current.x_belay_chat_slack_link.nil()',
    showInsert: false,
    showUpdate: true,
    script: "action.setRedirectURL(current.getValue('x_belay_chat_slack_link'));",
    active: true,
})

UiAction({
    $id: Now.ID['open-problem-teams'],
    table: 'problem',
    name: 'Open conversation in Teams',
    actionName: 'x_belay_chat_open_teams',
    form: { showLink: true, showContextMenu: true },
    condition: '!current.x_belay_chat_teams_link.nil()',
    showInsert: false,
    showUpdate: true,
    script: "action.setRedirectURL(current.getValue('x_belay_chat_teams_link'));",
    active: true,
})

UiAction({
    $id: Now.ID['open-change_request-slack'],
    table: 'change_request',
    name: 'Open conversation in Slack',
    actionName: 'x_belay_chat_open_slack',
    form: { showLink: true, showContextMenu: true },
    condition: '!current.x_belay_chat_slack_link.nil()',
    showInsert: false,
    showUpdate: true,
    script: "action.setRedirectURL(current.getValue('x_belay_chat_slack_link'));",
    active: true,
})

UiAction({
    $id: Now.ID['open-change_request-teams'],
    table: 'change_request',
    name: 'Open conversation in Teams',
    actionName: 'x_belay_chat_open_teams',
    form: { showLink: true, showContextMenu: true },
    condition: '!current.x_belay_chat_teams_link.nil()',
    showInsert: false,
    showUpdate: true,
    script: "action.setRedirectURL(current.getValue('x_belay_chat_teams_link'));",
    active: true,
})
