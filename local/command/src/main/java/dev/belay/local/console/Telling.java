package dev.belay.local.console;

import com.grack.nanojson.JsonObject;
import dev.belay.local.console.fault.WhatIf;
import dev.belay.local.console.pane.Personas;
import dev.belay.local.console.pane.Threads;
import dev.belay.local.console.web.EventLog;

/**
 * Tells open pages what changed in one simulated system, in the console's words.
 *
 * @param system its id at the console
 */
record Telling(String system, EventLog events, Personas personas, WhatIf whatIf, Threads threads)
        implements Feed.Listener {
    @Override
    public void changed(String kind, String id) {
        switch (kind) {
            case "calls" -> whatIf.counted(system);
            case "failures" -> tell("what-if", "system", system);
            case "person" -> personas.idOf(id).ifPresent(person -> tell(system, "person", person));
            case "thread" -> {
                threads.changed(id);
                tell(system, "channel", id.substring(0, id.indexOf('/')));
            }
            case "channel", "conversation" -> tell(system, kind, id);
            default ->
                events.tell(JsonObject.builder()
                        .value("pane", system)
                        .value("table", kind)
                        .value("sys_id", id)
                        .done());
        }
    }

    @Override
    public void lost() {
        threads.forget();
        events.tell(
                JsonObject.builder().value("pane", system).value("all", true).done());
    }

    private void tell(String pane, String name, String value) {
        events.tell(JsonObject.builder().value("pane", pane).value(name, value).done());
    }
}
