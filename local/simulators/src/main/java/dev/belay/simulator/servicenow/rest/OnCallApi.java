package dev.belay.simulator.servicenow.rest;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.servicenow.oncall.OnCall;
import dev.belay.simulator.servicenow.oncall.Shift;
import dev.belay.simulator.servicenow.table.Moments;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /api/now/on_call_rota/whoisoncall}, which instances have and no documentation describes: parameters as others call it
 * ({@code group_ids}; {@code rota_ids} and {@code date_time} in github.com/gravitational/teleport, integrations/access/servicenow/client.go),
 * the answer as the script behind it is documented ("OnCallRotation", {@code whoIsOnCall}).
 */
public final class OnCallApi {
    static final String PATH = "/api/now/on_call_rota/whoisoncall";
    static final String NAME = "on_call_rota";

    private final OnCall onCall;
    private final Clock clock;

    public OnCallApi(OnCall onCall, Clock clock) {
        this.onCall = onCall;
        this.clock = clock;
    }

    Response answer(Request request) {
        if (!onCall.isActivated()) {
            return Answers.noResource();
        }
        if (!request.method().equals("GET")) {
            return Answers.notAllowed(request.method());
        }
        Map<String, String> query = request.query();
        try {
            String at = query.getOrDefault("date_time", "");
            Instant moment = at.isEmpty() ? clock.instant() : Moments.instant(at);
            List<Map<String, Object>> members = new ArrayList<>();
            for (Shift shift :
                    onCall.at(moment, ids(query, "group_ids"), ids(query, "rota_ids"), ids(query, "roster_ids"))) {
                for (int order = 1; order <= shift.users().size(); order++) {
                    members.add(member(shift, order));
                }
            }
            return Answers.result(200, members);
        } catch (DateTimeParseException e) {
            return Answers.error(400, "Invalid date_time", e.getParsedString());
        }
    }

    private Map<String, Object> member(Shift shift, int order) {
        Map<String, Object> member = new LinkedHashMap<>();
        String user = shift.users().get(order - 1);
        if (onCall.isTerse()) {
            member.put("userId", user);
            return member;
        }
        member.put("memberId", "");
        member.put("memberIds", List.of());
        member.put("userId", user);
        member.put("userIds", List.of());
        member.put("roster", shift.roster());
        member.put("rota", shift.rota());
        member.put("group", shift.group());
        member.put("escalationGroups", List.of());
        member.put("deviceId", "");
        member.put("deviceIds", List.of());
        member.put("isDevice", false);
        member.put("order", order);
        member.put("isOverride", false);
        member.put("rotationScheduleId", "");
        member.put("memberScheduleId", "");
        return member;
    }

    private static Set<String> ids(Map<String, String> query, String name) {
        return Stream.of(query.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }
}
