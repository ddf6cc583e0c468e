import '@servicenow/sdk/global'
import { ScriptInclude } from '@servicenow/sdk/core'

ScriptInclude({
    $id: Now.ID['include'],
    name: 'BelayEvents',
    description: 'For business rules on tables of your own: new x_belay_chat.BelayEvents().tell(current, "record.opened")',
    script: Now.include('../include/BelayEvents.js'),
    accessibleFrom: 'public',
    clientCallable: false,
    active: true,
})
