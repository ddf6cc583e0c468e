package dev.belay.document;

import dev.belay.card.CardLayout;
import dev.belay.card.CardLayout.Choice;
import dev.belay.card.CardLayout.Known;
import dev.belay.card.CardLayout.OfField;
import dev.belay.card.LinkTemplate;
import dev.belay.record.RecordState;
import dev.belay.settings.TableSettings;
import dev.belay.settings.TableSettings.Postmortem;
import dev.belay.settings.TableStates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the document says of the tables; what it leaves out is as ServiceNow ships it. */
final class TablesSection {
    private static final String TABLES = "tables";
    private static final int MOST_FACTS = 12;
    private static final int MOST_LINKS = 5;

    /** The meanings that the document can give, as it calls them. */
    private static final Map<String, RecordState> MEANINGS = meanings();

    private TablesSection() {}

    static Map<String, TableSettings> read(JsonSection top) {
        Map<String, TableSettings> tables = new LinkedHashMap<>();
        if (top.has(TABLES)) {
            JsonSection section = top.object(TABLES, "an object with a table's name for each table");
            for (String name : section.names(ValueFormat.TABLE)) {
                tables.put(name, table(name, section.object(name, "an object")));
            }
        }
        return tables;
    }

    private static TableSettings table(String name, JsonSection section) {
        section.allowOnly("states", "writes", "assignee_field", "facts", "links", "postmortem");
        TableSettings usual = TableSettings.usual(name);
        String assignee = section.optionalText("assignee_field", ValueFormat.ASSIGNEE_FIELD)
                .orElse(usual.assigneeField());
        return new TableSettings(
                states(section, usual.states()), assignee, layout(section, assignee), postmortem(section));
    }

    private static TableStates states(JsonSection section, TableStates shipped) {
        List<String> writes =
                section.has("writes") ? List.copyOf(section.texts("writes", ValueFormat.STATE_CODE)) : shipped.writes();
        return section.has("states")
                ? TableStates.of(codes(section.object("states", "an object")), writes)
                : new TableStates(shipped.meanings(), writes);
    }

    private static Map<RecordState, List<String>> codes(JsonSection section) {
        section.allowOnly(List.copyOf(MEANINGS.keySet()));
        Map<RecordState, List<String>> codes = new EnumMap<>(RecordState.class);
        Set<String> taken = new HashSet<>();
        MEANINGS.forEach((name, meaning) -> {
            Set<String> here = section.texts(name, ValueFormat.STATE_CODE);
            here.stream()
                    .filter(code -> !taken.add(code))
                    .forEach(code ->
                            section.problem(name, "names " + code + " a second time: a state has one meaning only"));
            codes.put(meaning, List.copyOf(here));
        });
        return codes;
    }

    private static Map<String, RecordState> meanings() {
        Map<String, RecordState> meanings = new LinkedHashMap<>();
        Arrays.stream(RecordState.values())
                .filter(state -> state != RecordState.OTHER)
                .forEach(state -> meanings.put(state.name().toLowerCase(Locale.ROOT), state));
        return meanings;
    }

    private static CardLayout layout(JsonSection section, String assignee) {
        section.allowAtMost(MOST_FACTS, "facts").allowAtMost(MOST_LINKS, "links");
        Optional<String> holder = Optional.of(assignee)
                .filter(field -> !field.equals(TableSettings.ASSIGNED_TO))
                .map(TablesSection::called);
        return new CardLayout(section.has("facts") ? facts(section) : CardLayout.USUAL.facts(), links(section), holder);
    }

    /** What people call a field of the installation's own: {@code u_incident_commander} is the incident commander. */
    private static String called(String field) {
        String words = field.substring(2).replace('_', ' ').strip();
        return words.isEmpty() ? field : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static List<Choice> facts(JsonSection section) {
        return List.copyOf(
                section.<Choice>textsOrObjects("facts", ValueFormat.FACT, TablesSection::known, TablesSection::field));
    }

    private static Known known(String id) {
        return Arrays.stream(Known.values())
                .filter(fact -> fact.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static OfField field(JsonSection section) {
        section.allowOnly("label", "field");
        return new OfField(
                section.text("label", ValueFormat.LABEL_WORDS), section.text("field", ValueFormat.READ_FIELD));
    }

    private static List<LinkTemplate> links(JsonSection section) {
        List<LinkTemplate> links = new ArrayList<>();
        for (JsonSection link : section.objects("links")) {
            link.allowOnly("label", "url");
            String label = link.text("label", ValueFormat.LABEL_WORDS);
            String url = link.text("url", ValueFormat.LINK_TEMPLATE);
            if (!url.isEmpty()) {
                links.add(new LinkTemplate(label, url));
            }
        }
        return links;
    }

    private static Postmortem postmortem(JsonSection section) {
        if (!section.has("postmortem")) {
            return Postmortem.NOTED;
        }
        JsonSection postmortem =
                section.object("postmortem", "an object with field and hosts").allowOnly("field", "hosts");
        return new Postmortem(
                postmortem.optionalText("field", ValueFormat.OWN_FIELD),
                postmortem.texts("hosts", ValueFormat.HOST_NAME));
    }
}
