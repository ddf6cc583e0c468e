package dev.belay.document;

import dev.belay.pagerduty.PagerDutySettings;
import dev.belay.settings.PagerSettings;
import dev.belay.settings.PagerSettings.Kind;
import dev.belay.settings.PagerSettings.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the document says of pagers, each by a name that routes call it by. */
final class PagersSection {
    private static final String KEY = "pagers";
    private static final String API = "https://api.pagerduty.com";

    /**
     * How long the targets may be together: a button carries them all in a value of 2,000 characters
     * (docs.slack.dev/reference/block-kit/block-elements/button-element), of which the rest takes less than 600.
     */
    private static final int LONGEST = 1_400;

    /** What stands around a target's id and label on the button: brackets, quotes and commas. */
    private static final int AROUND = 8;

    /** What the longest way to write one character in JSON takes. */
    private static final int ESCAPED = 6;

    private final List<String> names;
    private final Map<String, PagerSettings> pagers = new LinkedHashMap<>();
    private final Map<String, PagerConnection> connections = new LinkedHashMap<>();

    PagersSection(JsonSection top) {
        JsonSection section = top.has(KEY) ? top.object(KEY, "an object") : JsonSection.missing();
        this.names = section.names(ValueFormat.PAGER);
        names.forEach(name -> read(name, section.object(name, "an object")));
    }

    private void read(String name, JsonSection section) {
        kind(section.text("kind", ValueFormat.PAGER_KIND)).ifPresent(kind -> {
            connections.put(name, connection(kind, section));
            pagers.put(name, new PagerSettings(name, kind, targets(section, targetFormat(kind))));
        });
    }

    private static Optional<Kind> kind(String id) {
        return Arrays.stream(Kind.values()).filter(kind -> id(kind).equals(id)).findFirst();
    }

    private static String id(Kind kind) {
        return switch (kind) {
            case PAGERDUTY -> "pagerduty";
            case WEBHOOK -> "webhook";
            case SERVICENOW_ON_CALL -> "servicenow-on-call";
        };
    }

    private static ValueFormat targetFormat(Kind kind) {
        return switch (kind) {
            case PAGERDUTY -> ValueFormat.PAGERDUTY_POLICY;
            case WEBHOOK -> ValueFormat.WEBHOOK_TARGET;
            case SERVICENOW_ON_CALL -> ValueFormat.SYS_ID;
        };
    }

    private static PagerConnection connection(Kind kind, JsonSection section) {
        return switch (kind) {
            case PAGERDUTY -> pagerDuty(section);
            case WEBHOOK -> {
                section.allowOnly("kind", "targets", "url");
                yield new PagerConnection.Webhook(URI.create(section.text("url", ValueFormat.WEBHOOK_URL)));
            }
            case SERVICENOW_ON_CALL -> {
                section.allowOnly("kind", "targets");
                yield new PagerConnection.ServiceNowOnCall();
            }
        };
    }

    private static PagerConnection pagerDuty(JsonSection section) {
        section.allowOnly("kind", "targets", "from", "requester_id", "service_id", "api_url");
        return new PagerConnection.PagerDuty(new PagerDutySettings(
                URI.create(section.optionalText("api_url", ValueFormat.PAGERDUTY_URL)
                        .orElse(API)),
                section.text("service_id", ValueFormat.PAGERDUTY_SERVICE),
                section.text("from", ValueFormat.PAGERDUTY_FROM),
                section.text("requester_id", ValueFormat.PAGERDUTY_USER)));
    }

    /** Two that look alike could not be told apart in the dialog. */
    private static List<Target> targets(JsonSection section, ValueFormat format) {
        section.requireNonEmpty("targets", "at least one target, {\"id\": …, \"label\": …}");
        List<Target> targets = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (JsonSection one : section.objects("targets")) {
            one.allowOnly("id", "label");
            Target target = new Target(one.text("id", format), one.text("label", ValueFormat.TARGET_LABEL));
            unique(one, "id", target.id(), ids);
            unique(one, "label", target.label(), labels);
            targets.add(target);
        }
        int length = targets.stream().mapToInt(PagersSection::length).sum();
        if (length > LONGEST) {
            section.problem(
                    "targets",
                    "are too many or too long for a button, which carries them all: they take " + length
                            + " characters of " + LONGEST + ". Name fewer, or give shorter labels");
        }
        return targets;
    }

    private static void unique(JsonSection target, String key, String value, Set<String> known) {
        if (!value.isEmpty() && !known.add(value)) {
            target.problem(key, "is \"" + value + "\", as another target's is: each must be told from the others");
        }
    }

    private static int length(Target target) {
        return AROUND + written(target.id()) + written(target.label());
    }

    private static int written(String text) {
        return text.chars()
                .map(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '.' ? 1 : ESCAPED)
                .sum();
    }

    /** The pager that a route names. */
    Optional<PagerSettings> of(JsonSection route) {
        Optional<String> name = route.optionalText("pager", ValueFormat.PAGER);
        name.filter(given -> !names.contains(given)).ifPresent(given -> route.problem("pager", unknown(given)));
        return name.flatMap(given -> Optional.ofNullable(pagers.get(given)));
    }

    private String unknown(String name) {
        return "is \"" + name + "\", which is no pager: add it to pagers, or give one of them"
                + (names.isEmpty()
                        ? ""
                        : "; they are "
                                + String.join(", ", names.stream().sorted().toList()));
    }

    Set<String> names() {
        return Set.copyOf(names);
    }

    Map<String, PagerConnection> connections() {
        return connections;
    }
}
