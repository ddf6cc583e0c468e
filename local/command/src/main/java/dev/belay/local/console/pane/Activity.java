package dev.belay.local.console.pane;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A record's activity stream: its newest notes and comments, each with its author's name. */
record Activity(SystemApi api, Optional<String> password) {
    /** How many entries are shown. */
    static final int NEWEST = 200;

    private static final Comparator<JsonObject> OLDEST_FIRST =
            Comparator.comparing(entry -> entry.getString("sys_created_on", ""));

    /**
     * What is shown of it.
     *
     * @param entries newest first
     * @param older how many more there are
     */
    record Shown(JsonArray entries, int older) {}

    Shown of(String sysId) {
        Map<String, String> query = Map.of(
                "sysparm_query",
                "element_id=" + sysId + "^ORDERBYDESCsys_created_on",
                "sysparm_fields",
                "sys_id,element,value,sys_created_by,sys_created_on",
                "sysparm_limit",
                Integer.toString(NEWEST));
        SystemApi.Answer answer = api.get(ServiceNowPane.TABLE_API + "sys_journal_field", query, password);
        List<JsonObject> newest = Systems.objects(answer.demanded(), "result");
        Map<String, String> names = names(newest);
        JsonArray entries = new JsonArray();
        // Those of one second stand in the order in which they were written.
        newest.stream().sorted(OLDEST_FIRST).toList().reversed().forEach(entry -> {
            String author = author(entry);
            JsonObject shown = new JsonObject(entry);
            shown.put("name", names.getOrDefault(author, author));
            entries.add(shown);
        });
        int all = answer.total().map(Integer::parseInt).orElse(newest.size());
        return new Shown(entries, Math.max(0, all - newest.size()));
    }

    /** By their user names. */
    private Map<String, String> names(List<JsonObject> entries) {
        String authors =
                entries.stream().map(Activity::author).distinct().sorted().collect(Collectors.joining(","));
        Map<String, String> names = new HashMap<>();
        if (!authors.isEmpty()) {
            Map<String, String> query =
                    Map.of("sysparm_query", "user_nameIN" + authors, "sysparm_fields", "user_name,name");
            Systems.objects(
                            api.get(ServiceNowPane.TABLE_API + "sys_user", query, password)
                                    .demanded(),
                            "result")
                    .forEach(user -> names.put(user.getString("user_name", ""), user.getString("name", "")));
        }
        return names;
    }

    private static String author(JsonObject entry) {
        return entry.getString("sys_created_by", "");
    }
}
