package dev.belay.simulator.servicenow;

import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.servicenow.oncall.OnCall;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import java.util.List;
import java.util.stream.Stream;

/** What major incident managers decide, and who is put on call. */
final class DutyCommands {
    private final Tables tables;
    private final People people;
    private final MajorIncidents major;
    private final OnCall onCall;

    DutyCommands(Tables tables, People people, MajorIncidents major, OnCall onCall) {
        this.tables = tables;
        this.people = people;
        this.major = major;
        this.onCall = onCall;
    }

    List<Command> all() {
        return List.of(
                Command.change(
                        "propose",
                        "incident, user, reason?, impact?",
                        "proposes an incident as a major incident candidate",
                        given -> major.propose(
                                incident(given), user(given), text(given, "reason"), text(given, "impact"))),
                Command.change(
                        "promote",
                        "incident, user, note?, impact?",
                        "makes an incident a major incident",
                        given -> major.promote(
                                incident(given), user(given), text(given, "note"), text(given, "impact"))),
                Command.change(
                        "reject",
                        "incident, user, reason?",
                        "rejects a candidate",
                        given -> major.reject(incident(given), user(given), text(given, "reason"))),
                Command.change(
                        "demote",
                        "incident, user, reason?",
                        "makes a major incident an ordinary one again",
                        given -> major.demote(incident(given), user(given), text(given, "reason"))),
                Command.change(
                        "join",
                        "user, group",
                        "makes a user a member of a group",
                        given -> people.join(user(given), group(given))),
                Command.change(
                        "on-call",
                        "group, users (names with commas between)",
                        "puts users on call for a group, after those who are",
                        given -> onCall.always(group(given), users(given))));
    }

    /** An incident by its number or its sys_id. */
    private String incident(Fields given) {
        String name = given.text("incident");
        return tables.row("incident", "number", name).map(Row::sysId).orElse(name);
    }

    /** A group by its name. */
    private String group(Fields given) {
        String name = given.text("group");
        return tables.row("sys_user_group", "name", name)
                .map(Row::sysId)
                .orElseThrow(() -> new IllegalArgumentException("no group is " + name));
    }

    private Person user(Fields given) {
        return user(given.text("user"));
    }

    private Person user(String name) {
        return people.named(name).orElseThrow(() -> new IllegalArgumentException("nobody is " + name));
    }

    private List<String> users(Fields given) {
        return Stream.of(given.text("users").split(",", -1))
                .map(name -> user(name.strip()).sysId())
                .toList();
    }

    private static String text(Fields given, String name) {
        return given.optional(name).orElse("");
    }
}
