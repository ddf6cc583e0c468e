package dev.belay.document;

import dev.belay.settings.ChatSettings;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.settings.TableSettings;
import dev.belay.teams.endpoint.TeamsSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the document that says how outside systems are reached. Clients are built from it, and built again when it changes.
 *
 * @param tables the tables of ServiceNow that routes take records of, and what was decided about them
 * @param slack where the document has Slack
 * @param teams where the document has Teams
 * @param pagers by the names that routes call them by
 */
public record ConnectionSettings(
        ServiceNowSettings serviceNow,
        Map<String, TableSettings> tables,
        Optional<Slack> slack,
        Optional<Teams> teams,
        Map<String, PagerConnection> pagers) {
    public ConnectionSettings {
        tables = Map.copyOf(tables);
        pagers = Map.copyOf(pagers);
    }

    /**
     * How Slack is reached.
     *
     * @param api the root of its Web API, with a slash at the end
     */
    public record Slack(ChatSettings chat, URI api) {}

    /** How Microsoft Teams is reached. */
    public record Teams(ChatSettings chat, TeamsSettings services) {}
}
