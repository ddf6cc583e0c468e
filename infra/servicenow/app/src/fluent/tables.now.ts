import '@servicenow/sdk/global'
import { IntegerColumn, StringColumn, Table, UrlColumn } from '@servicenow/sdk/core'

export const incident = Table({
    augments: 'incident',
    schema: {
        x_belay_chat_slack: StringColumn({ label: 'Slack channel', maxLength: 80, readOnly: true }),
        x_belay_chat_slack_link: UrlColumn({ label: 'Conversation in Slack', maxLength: 1024, readOnly: true }),
        x_belay_chat_teams: StringColumn({ label: 'Teams channel', maxLength: 100, readOnly: true }),
        x_belay_chat_teams_link: UrlColumn({ label: 'Conversation in Teams', maxLength: 1024, readOnly: true }),
    },
})

export const problem = Table({
    augments: 'problem',
    schema: {
        x_belay_chat_slack: StringColumn({ label: 'Slack channel', maxLength: 80, readOnly: true }),
        x_belay_chat_slack_link: UrlColumn({ label: 'Conversation in Slack', maxLength: 1024, readOnly: true }),
        x_belay_chat_teams: StringColumn({ label: 'Teams channel', maxLength: 100, readOnly: true }),
        x_belay_chat_teams_link: UrlColumn({ label: 'Conversation in Teams', maxLength: 1024, readOnly: true }),
    },
})

export const change_request = Table({
    augments: 'change_request',
    schema: {
        x_belay_chat_slack: StringColumn({ label: 'Slack channel', maxLength: 80, readOnly: true }),
        x_belay_chat_slack_link: UrlColumn({ label: 'Conversation in Slack', maxLength: 1024, readOnly: true }),
        x_belay_chat_teams: StringColumn({ label: 'Teams channel', maxLength: 100, readOnly: true }),
        x_belay_chat_teams_link: UrlColumn({ label: 'Conversation in Teams', maxLength: 1024, readOnly: true }),
    },
})

export const x_belay_chat_outbox = Table({
    name: 'x_belay_chat_outbox',
    label: 'Belay outbox',
    display: 'event_id',
    accessibleFrom: 'package_private',
    allowWebServiceAccess: false,
    createAccessControls: false,
    schema: {
        event_id: StringColumn({ label: 'Event', maxLength: 200 }),
        type: StringColumn({ label: 'Type', maxLength: 40 }),
        occurred_at: StringColumn({ label: 'Occurred at', maxLength: 40 }),
        source_table: StringColumn({ label: 'Table', maxLength: 80 }),
        source_id: StringColumn({ label: 'Record', maxLength: 32 }),
        mod_count: StringColumn({ label: 'Updates', maxLength: 20 }),
        changed_by: StringColumn({ label: 'Changed by', maxLength: 100 }),
        attachment: StringColumn({ label: 'Attachment', maxLength: 32 }),
        attempts: IntegerColumn({ label: 'Attempts' }),
        said: StringColumn({ label: 'Why it waits', maxLength: 200 }),
    },
})
