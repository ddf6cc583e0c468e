package dev.belay.local.story;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.simulator.pagerduty.account.Incident;
import dev.belay.simulator.servicenow.table.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that an incident left behind in every system, in words that two runs can be compared by: ids, times and references apart. */
final class EndState {
    private static final Pattern VARIES = Pattern.compile(
            "(?<=happening_)[^{]+(?==\\{)" // the press that a happening came of
                    + "|bly-[a-z0-9]{12}" // a note's reference
                    + "|(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])" // a press' id
                    + "|(?<=:)f:[0-9a-f-]{36}" // what tells a press' id in Teams from others
                    + "|(?<![0-9a-f])[0-9a-f]{24,32}(?![0-9a-f])" // a sys_id, or a claim's marker
                    + "|\\bb0[A-Z0-9]{8}\\b" // a block's id
                    + "|\\b\\d{10}\\.\\d{6}\\b" // a Slack ts
                    + "|\\b[CG]0[A-Z0-9]{7,}\\b" // a channel's id
                    + "|19:[0-9a-f]{32}@thread\\\\.tacv2" // a channel's id in Teams
                    + "|/p\\d{16}\\b" // a permalink's ts
                    + "|(?<=checkout-down-)[0-9a-f]{4}(?:[0-9a-f]{8})?\\b" // the part of a sys_id in a name that was
                    // taken
                    + "|(?<=\\[)[0-9a-f]{10}(?=])" // a page's reference
                    + "|\\b(?:\\d{1,2} [A-Z][a-z]{2} )?\\d\\d:\\d\\d:\\d\\d UTC\\b" // when a message was written, on
                    // another day too
                    + "|(?<=-people-)[0-9a-f]{12}" // whom a message names: a hash of their ids
                    + "|\\bF0[A-Z0-9]{8,}\\b" // a file's id in Slack
                    + "|127\\.0\\.0\\.1:\\d+" // where a simulator listens
                    + "|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z" // an instant
                    + "|\\b\\d{10,13}\\b" // an epoch
                    + "|(?<=set_up_(?:bookmark|description|pin)=\\{S=)[0-9a-f]{12}" // what a part said: it names ids
                    + "|(?<=\"shown\\\\?\":\\\\?\")[0-9a-f]{12}"); // what a button's card showed: it names people

    private static final Pattern TOLD = Pattern.compile("\"happenings\":\\[([^]]*)]");
    /** An instant as people read it: two that fall into one minute in one run may not in another. */
    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC");
    /** Of two texts that differ in nothing else, either may come first. */
    static Stream<String> byWhatDoesNotVary(Stream<String> texts) {
        return texts.map(text -> Map.entry(VARIES.matcher(text).replaceAll("#"), text))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    private static final String ITEM = "item ";
    private static final List<String> VARYING_ATTRIBUTES = List.of(
            "version",
            "written_by",
            "claimed_at",
            "lease_until",
            "expires_at",
            "due_at",
            "ending_at",
            "no_room_tried_at",
            "card_drawn_at",
            "card_shown",
            "waiting_message",
            "set_up_inviting");

    private EndState() {}

    static String of(Bench bench) {
        List<String> lines = new ArrayList<>();
        lines.addAll(bench.backstage().everything());
        lines.addAll(told(bench));
        lines.addAll(files(bench));
        lines.addAll(incidents(bench));
        lines.addAll(pages(bench));
        lines.addAll(table(bench, bench.world().stack().linkTable()));
        lines.addAll(table(bench, bench.world().stack().userTable()));
        lines.addAll(credentials(bench));
        lines.add("set aside: " + bench.setAside());
        return itemsInOrder(normalized(String.join("\n", lines)));
    }

    /** Once ids have become numbers: by the ids themselves, two items that differ in nothing else stand in any order. */
    private static String itemsInOrder(String text) {
        List<String> items = new ArrayList<>();
        List<String> others = new ArrayList<>();
        text.lines().forEach(line -> (line.startsWith(ITEM) ? items : others).add(line));
        others.addAll(items.stream().sorted().toList());
        return String.join("\n", others);
    }

    /** What is said to one person is said at least once, and so it is listed once. */
    private static List<String> told(Bench bench) {
        return Arrays.stream(Person.values())
                .flatMap(person -> bench.room().told(person).stream()
                        .map(told -> "told " + person + " " + told.text())
                        .distinct()
                        .sorted())
                .toList();
    }

    private static List<String> incidents(Bench bench) {
        List<String> lines = new ArrayList<>();
        for (Row row : bench.world().serviceNow().tables().rows("incident")) {
            lines.add("incident "
                    + List.of(
                            row.value("number"),
                            row.value("state"),
                            row.value("assigned_to"),
                            row.value("additional_assignee_list"),
                            row.value("major_incident_state"),
                            row.value("x_belay_chat_slack"),
                            row.value("x_belay_chat_teams"),
                            row.value("sys_mod_count")));
            bench.notes(row.sysId()).forEach(note -> lines.add("  note " + note));
            bench.attachments(row.sysId())
                    .forEach(file -> lines.add("  attached " + file.value("file_name") + " " + file.value("size_bytes")
                            + " by " + file.value("sys_created_by")));
        }
        return lines;
    }

    /** The files of ours that everybody sees. */
    private static List<String> files(Bench bench) {
        return Stream.concat(
                        Stream.of(bench.room().support()),
                        bench.room().channels().stream().map(Room.Place::id))
                .flatMap(channel -> bench.room().files(channel).stream())
                .map(file -> "file " + file.name() + " " + file.bytes().length)
                .toList();
    }

    /** Which credentials are held to be refused. */
    private static List<String> credentials(Bench bench) {
        return bench.items(bench.world().stack().eventTable()).stream()
                .flatMap(item -> item.entrySet().stream())
                .filter(attribute -> attribute.getKey().startsWith("state:")
                        && JsonWriter.string(attribute.getValue()).contains("unhealthy"))
                .map(attribute -> "refused: " + attribute.getKey())
                .sorted()
                .toList();
    }

    /** What those who were paged see: incidents and the requests to join them, and what a receiver of webhooks did. */
    private static List<String> pages(Bench bench) {
        List<String> lines = new ArrayList<>();
        for (Incident incident : bench.world().pagerDuty().account().incidents()) {
            lines.add("page of " + incident.draft() + ", " + incident.status());
            incident.requests()
                    .forEach(request -> lines.add("  joined by " + request.targets() + ": " + request.message()));
        }
        bench.world().webhook().effects().forEach(delivery -> lines.add("page to a webhook: " + delivery.body()));
        return lines;
    }

    private static List<String> table(Bench bench, String table) {
        return byWhatDoesNotVary(bench.items(table).stream().map(EndState::attributes))
                .toList();
    }

    /** On one line, in an order that does not vary; of the happenings that were told, their number: they are a set of random ids. */
    private static String attributes(JsonObject item) {
        Stream<String> attributes = item.entrySet().stream()
                .filter(attribute -> !VARYING_ATTRIBUTES.contains(attribute.getKey()))
                .map(attribute -> (attribute.getKey() + "=" + attribute.getValue()).replace("\n", " | "))
                .map(attribute -> TOLD.matcher(attribute)
                        .replaceAll(told -> "\"happenings\":"
                                + Pattern.compile("\"[^\"]+\"")
                                        .matcher(told.group(1))
                                        .results()
                                        .count()));
        return byWhatDoesNotVary(attributes).collect(Collectors.joining(", ", ITEM, ""));
    }

    /** Each varying text becomes the number of its first appearance, so that what was equal stays equal. */
    private static String normalized(String text) {
        Map<String, String> seen = new HashMap<>();
        Matcher matcher = VARIES.matcher(MINUTE.matcher(text).replaceAll("a minute"));
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, seen.computeIfAbsent(matcher.group(), key -> "#" + (seen.size() + 1)));
        }
        return matcher.appendTail(result).toString();
    }
}
