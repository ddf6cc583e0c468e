package dev.belay.wiring.settings;

import dev.belay.document.SettingsDocument;
import dev.belay.wiring.settings.Environment.Name;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A settings document of nobody's, with the platforms that are deployed: what is built of it is built of the real one later. */
public final class PrimingSettings {
    private static final String WORKSPACE = "T00000000";
    private static final String TENANT = "00000000-0000-0000-0000-000000000000";

    private PrimingSettings() {}

    public static SettingsDocument of(Environment environment) {
        boolean slack = environment.given(Name.BELAY_SLACK_TOKENS_SECRET_ARN).isPresent();
        boolean teams = environment.given(Name.BELAY_TEAMS_SECRET_ARN).isPresent();
        return SettingsDocument.read("""
                {"schema": 1, "start_at": "2000-01-01T00:00:00Z",
                 "servicenow": {"instance": "none", "url": "https://none.service-now.com", "user": "nobody"},
                 %s
                 "routes": [{"table": "incident", "priorities": [1], %s}]}
                """.formatted(
                        join(
                                slack,
                                "\"slack\": {\"app_id\": \"A00000000\", \"workspaces\": [\"" + WORKSPACE + "\"]},",
                                teams,
                                "\"teams\": {\"app_id\": \"" + TENANT + "\", \"tenants\": [\"" + TENANT + "\"]},",
                                ""),
                        join(
                                slack,
                                "\"slack\": {\"workspace_id\": \"" + WORKSPACE + "\"}",
                                teams,
                                "\"teams\": {\"tenant_id\": \"" + TENANT + "\", \"team_id\": \"" + TENANT + "\"}",
                                ", ")));
    }

    private static String join(boolean slack, String ofSlack, boolean teams, String ofTeams, String between) {
        return Stream.concat(slack ? Stream.of(ofSlack) : Stream.empty(), teams ? Stream.of(ofTeams) : Stream.empty())
                .collect(Collectors.joining(between));
    }
}
