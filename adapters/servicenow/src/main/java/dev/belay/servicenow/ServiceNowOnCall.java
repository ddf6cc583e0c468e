package dev.belay.servicenow;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.failure.Rejected;
import dev.belay.pager.PageOrder;
import dev.belay.pager.Pager;
import dev.belay.record.SysId;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.TableApi;
import dev.belay.servicenow.table.TableResponse;
import dev.belay.settings.PagerSettings.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is on call for a group by ServiceNow's On-Call Scheduling. It only looks, so that nobody is paged and a repeat does no harm.
 *
 * <p>{@code GET /api/now/on_call_rota/whoisoncall} is shown by an instance's REST API Explorer and described nowhere; parameter and answer
 * are as others use them (github.com/gravitational/teleport, integrations/access/servicenow/client.go).
 */
public final class ServiceNowOnCall implements Pager {
    private static final String NAME = "on_call_rota";
    private static final String PATH = "/api/now/on_call_rota/whoisoncall?group_ids=";
    private static final String USERS = "sys_user";
    private static final List<String> FIELDS = List.of("sys_id", "name", "active");

    /** People of one group; who comes later in the order of escalation is not needed at once. */
    private static final int MOST = 10;

    private static final String NOT_ALLOWED =
            "ServiceNow does not let us see who is on call. Ask who runs it to give the"
                    + " integration user the role rota_manager.";
    private static final String NOT_THERE = "This ServiceNow has no on-call schedules: its plugin On-Call Scheduling"
            + " (com.snc.on_call_rotation) is not active. Invite people by name.";

    private static final String UNREADABLE =
            "ServiceNow's answer does not say who is on call. Choose people by name, and" + " tell who runs Belay.";

    private static final System.Logger LOG = System.getLogger(ServiceNowOnCall.class.getName());

    private final TableApi api;

    public ServiceNowOnCall(TableApi api) {
        this.api = api;
    }

    /** What cannot be read is no reason to keep the person waiting: they know whom to invite, or can ask. */
    @Override
    public Outcome page(PageOrder order, boolean again) {
        try {
            return look(order);
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "nobody knows who is on call: {0}", e.getMessage());
            return new Outcome.Refused(UNREADABLE);
        }
    }

    private Outcome look(PageOrder order) {
        Map<Target, Set<SysId>> found = new LinkedHashMap<>();
        for (Target target : order.targets()) {
            TableResponse response = api.get(NAME, PATH + new SysId(target.id()));
            if (response.isForbidden() || response.isNowhere()) {
                return new Outcome.Refused(response.isForbidden() ? NOT_ALLOWED : NOT_THERE);
            }
            found.put(target, users(response.as(JsonArray.class)));
        }
        Map<SysId, String> names =
                names(found.values().stream().flatMap(Set::stream).toList());
        List<SysId> onCall = found.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(names::containsKey)
                .toList();
        return onCall.isEmpty()
                ? new Outcome.Refused(nobody(order.targets()))
                : new Outcome.Paged(
                        "on call for " + answer(found, names), Optional.empty(), onCall, refused(found, names));
    }

    /** For whom nobody is on call, where others are. */
    private static Optional<String> refused(Map<Target, Set<SysId>> found, Map<SysId, String> names) {
        List<Target> without = found.entrySet().stream()
                .filter(entry -> entry.getValue().stream().noneMatch(names::containsKey))
                .map(Map.Entry::getKey)
                .toList();
        return without.isEmpty() ? Optional.empty() : Optional.of(nobody(without));
    }

    private static String nobody(List<Target> targets) {
        return "Nobody is on call for " + labels(targets) + ". Choose people by name.";
    }

    private static Set<SysId> users(JsonArray members) {
        return members.stream()
                .filter(JsonObject.class::isInstance)
                .map(member -> ((JsonObject) member).getString("userId", "").toLowerCase(Locale.ROOT))
                .filter(SysId::isSysId)
                .map(SysId::new)
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names of those who can still log in. */
    private Map<SysId, String> names(List<SysId> users) {
        Map<SysId, String> names = new LinkedHashMap<>();
        if (!users.isEmpty()) {
            EncodedQuery query = EncodedQuery.whereAny("sys_id", users).and("active=true");
            api.rows(USERS, query, FIELDS, 0, users.size()).holding(FIELDS).list().stream()
                    .filter(row -> users.contains(row.sysId("sys_id")) && row.flag("active"))
                    .forEach(row ->
                            names.put(row.sysId("sys_id"), row.shown("name").orElse("somebody")));
        }
        return names;
    }

    private static String answer(Map<Target, Set<SysId>> found, Map<SysId, String> names) {
        List<String> groups = new ArrayList<>();
        found.forEach((target, users) -> groups.add(target.label() + ": " + named(users, names)));
        return String.join("; ", groups);
    }

    private static String named(Set<SysId> users, Map<SysId, String> names) {
        String named = users.stream()
                .flatMap(user -> Optional.ofNullable(names.get(user)).stream())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "nobody" : named;
    }

    private static String labels(List<Target> targets) {
        return targets.stream().map(Target::label).collect(Collectors.joining(", "));
    }
}
