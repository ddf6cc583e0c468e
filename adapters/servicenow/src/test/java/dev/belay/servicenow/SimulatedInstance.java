package dev.belay.servicenow;

import dev.belay.chat.Platform;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.servicenow.check.ServiceNowOutboundLog;
import dev.belay.servicenow.check.ServiceNowTokenCheck;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.Person;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.time.MovedClock;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The simulated ServiceNow, with our application registered on it and our adapters before it. */
public final class SimulatedInstance implements AutoCloseable {
    public static final String USER = "belay.integration";

    public final MovedClock clock = MovedClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    final Faults faults = new Faults();
    public final SimulatedServiceNow serviceNow =
            SimulatedServiceNow.start(0, faults, clock, "acme").application("belay", "s3cret", USER);
    final List<String> counted = new ArrayList<>();
    private final TableApi api = new TableApi(
            serviceNow.url(),
            () -> new ClientCredentials("belay", "s3cret"),
            (metric, kind) -> counted.add(metric.id() + " " + kind),
            clock);
    final ServiceNowRecords records = new ServiceNowRecords(
            api,
            new ServiceNowSettings("acme", serviceNow.url(), USER, Map.of(Platform.SLACK, "x_belay_chat_slack")),
            StubInstance.tables("incident"));
    final ServiceNowChangedRecords changed = new ServiceNowChangedRecords(
            api,
            new ServiceNowSettings("acme", serviceNow.url(), USER, Map.of(Platform.SLACK, "x_belay_chat_slack")),
            StubInstance.tables("incident"));
    final ServiceNowChangedAttachments changedAttachments =
            new ServiceNowChangedAttachments(api, new ServiceNowSettings("acme", serviceNow.url(), USER, Map.of()));
    final ServiceNowJournals journals = new ServiceNowJournals(
            api,
            new ServiceNowSettings("acme", serviceNow.url(), USER, Map.of()),
            StubInstance.tables("incident"),
            clock);
    final ServiceNowDirectory directory = new ServiceNowDirectory(api);
    final ServiceNowAttachments attachments =
            new ServiceNowAttachments(api, new ServiceNowSettings("acme", serviceNow.url(), USER, Map.of()));
    final ServiceNowOnCall onCall = new ServiceNowOnCall(api);
    private final Map<SysId, Person> people = new HashMap<>();

    /** The records, where a conversation's address in Slack has a field. */
    ServiceNowRecords linking(String field) {
        return new ServiceNowRecords(
                api,
                new ServiceNowSettings(
                        "acme",
                        serviceNow.url(),
                        USER,
                        Map.of(Platform.SLACK, "x_belay_chat_slack"),
                        Map.of(Platform.SLACK, field)),
                StubInstance.tables("incident"));
    }

    /** What a record's field holds on the instance. */
    String value(RecordRef ref, String field) {
        return serviceNow
                .tables()
                .row(ref.table(), ref.sysId().value())
                .orElseThrow()
                .value(field);
    }

    /** The check of our OAuth client. */
    public ServiceNowTokenCheck tokenCheck(String user) {
        return new ServiceNowTokenCheck(api, user);
    }

    /** What it noted of its calls to this address. */
    public ServiceNowOutboundLog outboundLog(URI endpoint) {
        return new ServiceNowOutboundLog(api, endpoint);
    }

    public RecordRef open(String shortDescription, int priority) {
        String rank = priority == 1 ? "1" : "3";
        Map<String, String> values = Map.of("short_description", shortDescription, "impact", rank, "urgency", rank);
        if (serviceNow.tables().insert("incident", values, "admin") instanceof Written.Done(var row)) {
            return RecordRef.of("incident", row.sysId());
        }
        throw new AssertionError("the simulator took no incident");
    }

    SysId person(String name, String email, String... roles) {
        String userName =
                "u" + people.size() + "." + name.toLowerCase(Locale.ROOT).replace(' ', '.');
        Person person = serviceNow.people().person(name, userName, email, roles);
        SysId user = new SysId(person.sysId());
        people.put(user, person);
        return user;
    }

    Person known(SysId user) {
        return Optional.ofNullable(people.get(user)).orElseThrow();
    }

    /** What is read must be granted by infra/servicenow/README.md: what is not is left out without a word. */
    @Override
    public void close() {
        serviceNow.close();
        if (!serviceNow.control().withheld().isEmpty()) {
            throw new AssertionError("read and not granted by infra/servicenow/README.md: "
                    + serviceNow.control().withheld());
        }
    }
}
