package dev.belay.aws.table.link;

import dev.belay.aws.table.Item;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.LinkStatus;
import dev.belay.link.PagerIncident;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** That a link stands in one of these statuses with this version: an optimistic lock. */
record Condition(String expression, Map<String, String> names, Map<String, AttributeValue> values) {
    /** Claimed, in a status that the next one may follow. */
    static Condition unchanged(LinkStatus next, long version) {
        return of(next.before().stream().filter(LinkStatus::isClaimed).collect(Collectors.toSet()), version);
    }

    static Condition is(LinkStatus status, long version) {
        return of(Set.of(status), version);
    }

    /** That the conversation is the record's, and stands. */
    static Condition stands(Standing link) {
        return new Condition(
                "#state = :ready AND #marker = :marker",
                Map.of("#state", LinkItem.STATUS, "#marker", LinkItem.MARKER),
                Map.of(":ready", Item.text(LinkStatus.READY.name()), ":marker", LinkItem.marker(link)));
    }

    /** That it is as it was read, and nobody was paged from it meanwhile. */
    static Condition isAsRead(Standing link) {
        Condition stands = is(link.status(), link.version());
        Map<String, String> names = new HashMap<>(stands.names());
        Map<String, AttributeValue> values = new HashMap<>(stands.values());
        names.put("#marker", LinkItem.MARKER);
        names.put("#incident", LinkItem.PAGER_INCIDENT);
        values.put(":marker", LinkItem.marker(link));
        Optional<PagerIncident> paged = link.conversation().paged();
        paged.ifPresent(incident -> values.put(":incident", Item.text(incident.id())));
        String unpaged = paged.isPresent() ? "#incident = :incident" : "attribute_not_exists(#incident)";
        return new Condition(stands.expression() + " AND #marker = :marker AND " + unpaged, names, values);
    }

    private static Condition of(Set<LinkStatus> statuses, long version) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":version", Item.number(version));
        statuses.forEach(status -> values.put(":" + status.name().toLowerCase(Locale.ROOT), Item.text(status.name())));
        String any = values.keySet().stream()
                .filter(name -> !name.equals(":version"))
                .sorted()
                .collect(Collectors.joining(", "));
        return new Condition(
                "#state IN (" + any + ") AND #version = :version",
                Map.of("#state", LinkItem.STATUS, "#version", LinkItem.VERSION),
                values);
    }
}
