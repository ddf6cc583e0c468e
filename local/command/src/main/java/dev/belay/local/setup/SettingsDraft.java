package dev.belay.local.setup;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.local.setup.answer.Answers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The settings document of an installation that begins: one route for incidents of every priority, everything else as usual. */
final class SettingsDraft {
    private static final List<Integer> PRIORITIES = List.of(1, 2, 3, 4, 5);

    private final Answers answers;
    private final List<Platform> platforms;

    private SettingsDraft(Answers answers) {
        this.answers = answers;
        this.platforms = Arrays.stream(Platform.values()).filter(answers::has).toList();
    }

    /** The document's text. */
    static String of(Answers answers) {
        return JsonWriter.indent("  ")
                        .string()
                        .object(new SettingsDraft(answers).document())
                        .done() + "\n";
    }

    private JsonObject document() {
        JsonObject document = JsonObject.builder()
                .value("schema", 1)
                .value("start_at", answers.text("start_at"))
                .value("servicenow", serviceNow())
                .done();
        platforms.forEach(platform -> document.put(platform.id(), section(platform)));
        JsonObject operations = new JsonObject();
        platforms.forEach(platform -> answers.find(platform.id() + ".operations_channel")
                .ifPresent(channel -> operations.put(platform.id(), place(platform, "channel", channel))));
        if (!operations.isEmpty()) {
            document.put("operations_channel", operations);
        }
        pager().ifPresent(pager -> document.put(
                "pagers",
                JsonObject.builder().value(answers.text("pager.kind"), pager).done()));
        document.put("routes", JsonArray.from(route()));
        return document;
    }

    private JsonObject serviceNow() {
        JsonObject fields = new JsonObject();
        JsonObject links = new JsonObject();
        platforms.forEach(platform -> {
            String field = answers.text("servicenow.scope") + "_" + platform.id();
            fields.put(platform.id(), field);
            links.put(platform.id(), field + "_link");
        });
        return JsonObject.builder()
                .value("instance", answers.text("servicenow.instance"))
                .value("url", answers.text("servicenow.url"))
                .value("user", answers.text("servicenow.user"))
                .value("conversation_fields", fields)
                .value("conversation_links", links)
                .done();
    }

    private JsonObject section(Platform platform) {
        JsonObject section =
                JsonObject.builder().value("app_id", answer(platform, "app_id")).done();
        switch (platform) {
            case SLACK -> {
                section.put("workspaces", JsonArray.from(answer(platform, "workspace_id")));
                copy(platform, section, "api_url");
            }
            case TEAMS -> {
                section.put("tenants", JsonArray.from(answer(platform, "tenant_id")));
                List.of("cloud", "graph_url", "login_url", "service_url", "catalog_app_id")
                        .forEach(name -> copy(platform, section, name));
                if (!answers.list("teams.service_hosts").isEmpty()) {
                    section.put("service_hosts", new JsonArray(answers.list("teams.service_hosts")));
                }
                answers.find("teams.add_members").ifPresent(flag -> section.put("add_members", Boolean.valueOf(flag)));
            }
        }
        return section;
    }

    private String answer(Platform platform, String name) {
        return answers.text(platform.id() + "." + name);
    }

    private void copy(Platform platform, JsonObject section, String name) {
        answers.find(platform.id() + "." + name).ifPresent(text -> section.put(name, text));
    }

    private JsonObject place(Platform platform, String name, String channel) {
        JsonObject place = new JsonObject();
        switch (platform) {
            case SLACK -> place.put("workspace_id", answer(platform, "workspace_id"));
            case TEAMS -> {
                place.put("tenant_id", answer(platform, "tenant_id"));
                place.put("team_id", answer(platform, "team_id"));
            }
        }
        place.put(name, channel);
        return place;
    }

    private JsonObject route() {
        JsonObject route = JsonObject.builder()
                .value("table", "incident")
                .value("priorities", new JsonArray(PRIORITIES))
                .done();
        if (pager().isPresent()) {
            route.put("pager", answers.text("pager.kind"));
        }
        platforms.forEach(platform ->
                route.put(platform.id(), place(platform, "shared_channel", answer(platform, "shared_channel"))));
        return route;
    }

    private Optional<JsonObject> pager() {
        return answers.find("pager.kind").filter(kind -> !kind.equals("none")).map(this::pager);
    }

    private JsonObject pager(String kind) {
        JsonArray targets = new JsonArray();
        answers.list("pager.targets").forEach(target -> {
            int equals = target.indexOf('=');
            targets.add(JsonObject.builder()
                    .value("id", target.substring(0, equals).strip())
                    .value("label", target.substring(equals + 1).strip())
                    .done());
        });
        JsonObject pager = JsonObject.builder()
                .value("kind", kind)
                .value("targets", targets)
                .done();
        List.of("from", "requester_id", "service_id", "api_url", "url")
                .forEach(name -> answers.find("pager." + name).ifPresent(text -> pager.put(name, text)));
        return pager;
    }
}
