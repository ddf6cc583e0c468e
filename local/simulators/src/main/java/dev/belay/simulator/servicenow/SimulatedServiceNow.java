package dev.belay.simulator.servicenow;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.control.Browsers;
import dev.belay.simulator.control.Changes;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SimulatorServer;
import dev.belay.simulator.servicenow.event.BusinessRule;
import dev.belay.simulator.servicenow.event.Outbound;
import dev.belay.simulator.servicenow.oncall.OnCall;
import dev.belay.simulator.servicenow.outage.Outage;
import dev.belay.simulator.servicenow.outage.RateRule;
import dev.belay.simulator.servicenow.rest.Access;
import dev.belay.simulator.servicenow.rest.AccessControl;
import dev.belay.simulator.servicenow.rest.AttachmentApi;
import dev.belay.simulator.servicenow.rest.Call;
import dev.belay.simulator.servicenow.rest.OAuth;
import dev.belay.simulator.servicenow.rest.OnCallApi;
import dev.belay.simulator.servicenow.rest.TableApi;
import dev.belay.simulator.servicenow.table.Attachments;
import dev.belay.simulator.servicenow.table.Tables;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A ServiceNow instance that refuses what a real one refuses, ignores what a real one ignores, and can be told to fail. The user
 * {@code admin} exists from the start; everybody's password is their user name.
 */
public final class SimulatedServiceNow implements AutoCloseable {
    private final Tables tables;
    private final People people;
    private final OAuth oauth;
    private final Outage outage;
    private final RateRule rateRule;
    private final AccessControl control;
    private final BusinessRule rule;
    private final OnCall onCall;
    private final Attachments attachments;
    private final MajorIncidents majorIncidents;
    private final TableApi api;
    private volatile Optional<URI> console = Optional.empty();
    private final CallLog<Call> log = new CallLog<>(Call::name);
    private final Browsers browsers;
    private final SimulatorServer server;

    private SimulatedServiceNow(int port, Faults faults, Clock clock, String instance) {
        tables = new Tables(clock);
        people = new People(tables);
        oauth = new OAuth(clock, tables);
        outage = new Outage(clock);
        rateRule = new RateRule(clock);
        control = new AccessControl(tables, outage);
        rule = new BusinessRule(tables, clock, instance);
        onCall = new OnCall();
        majorIncidents = new MajorIncidents(tables, people, onCall, clock);
        attachments = new Attachments(tables);
        api = new TableApi(
                tables,
                new Access(tables, oauth),
                control,
                outage,
                rateRule,
                new OnCallApi(onCall, clock),
                new AttachmentApi(tables, attachments, control));
        Exchanges exchanges = new Exchanges();
        Changes changes = new Changes(() -> Map.of(
                new Changes.Subject("failures", ""),
                outage.failures().planned(),
                new Changes.Subject("calls", ""),
                log.counts()));
        browsers = new Browsers(
                new ServiceNowControl(tables, people, control, clock)
                        .of(
                                log,
                                rule,
                                outage,
                                rateRule,
                                new DutyCommands(tables, people, majorIncidents, onCall),
                                new AccessCommands(oauth, control, api),
                                exchanges),
                changes,
                this::elsewhere);
        tables.after(rule);
        tables.after(new RecordChanges(changes));
        people.person("System Administrator", "admin", "admin@example.com", "admin");
        server = SimulatorServer.start(port, faults, SimulatedServiceNow::name, this::answer, exchanges);
        api.url(url().toString());
    }

    /**
     * Starts an instance on the loopback interface.
     *
     * @param port 0 takes a free one
     * @param faults the line that calls of the product cross; those of people do not
     * @param instance the name that events bear, such as {@code acme}
     */
    public static SimulatedServiceNow start(int port, Faults faults, Clock clock, String instance) {
        return new SimulatedServiceNow(port, faults, clock, instance);
    }

    /** Registers the OAuth application and makes its user, the integration user, if there is none of that name. */
    public SimulatedServiceNow application(String clientId, String secret, String userName) {
        if (tables.row("sys_user", "user_name", userName).isEmpty()) {
            Person user = people.person(userName, userName, userName + "@example.com", "itil");
            people.set(user, "web_service_access_only", "true");
        }
        oauth.register(clientId, secret, userName);
        control.harden(userName);
        return this;
    }

    public URI url() {
        return server.url();
    }

    /** Says where people look at records: a link to one leads there. */
    public void console(URI address) {
        console = Optional.of(address);
    }

    /** A person follows a link to a record. */
    private Response elsewhere(Request request) {
        String link = url() + request.path() + (request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery());
        return console.filter(_ -> request.method().equals("GET"))
                .map(page -> Response.empty(302)
                        .with("Location", page + "/?link=" + URLEncoder.encode(link, StandardCharsets.UTF_8)))
                .orElseGet(Browsers::nothing);
    }

    /** Users, groups and roles. */
    public People people() {
        return people;
    }

    /** The rows themselves, past every access control: for a test to look at, and to write as some user. */
    public Tables tables() {
        return tables;
    }

    /** Who is on call for which group, and when. */
    public OnCall onCall() {
        return onCall;
    }

    /** What is attached to records, and what may be. */
    public Attachments attachments() {
        return attachments;
    }

    /** What major incident managers do. */
    public MajorIncidents majorIncidents() {
        return majorIncidents;
    }

    /** What is hidden from whom. */
    public AccessControl control() {
        return control;
    }

    /** What is told to fail. */
    public Outage outage() {
        return outage;
    }

    /** The administrator's limit on requests. */
    public RateRule rateRule() {
        return rateRule;
    }

    /** The rule that sends events. */
    public BusinessRule rule() {
        return rule;
    }

    /** The log of the requests that the rule sent, oldest first. */
    public List<Outbound> outbound() {
        return rule.sent();
    }

    /** The Table API's properties. */
    public TableApi api() {
        return api;
    }

    /** Refuses the OAuth application at the token endpoint, or takes it again. */
    public void refuseClient(boolean whether) {
        oauth.refuse(whether);
    }

    /** Ends the integration user's token before its time. */
    public void revokeToken() {
        oauth.revoke();
    }

    /** The requests that the product made and that arrived, in order. */
    public List<Call> calls() {
        return log.calls();
    }

    public void forgetCalls() {
        log.clear();
    }

    private static Optional<String> name(Request request) {
        return Call.of(request).map(call -> "servicenow " + call.name());
    }

    private Response answer(Request request) {
        return browsers.watch(request, () -> answered(request));
    }

    private Response answered(Request request) {
        Optional<Call> call = Call.of(request);
        if (call.isEmpty()) {
            return headed(routed(request));
        }
        log.add(call.get());
        boolean session =
                request.header("cookie").filter(c -> c.contains("JSESSIONID=")).isPresent();
        return session && outage.isSessionQueueFull()
                ? Response.empty(202)
                : outage.answer(call.get().name(), () -> headed(routed(request)));
    }

    private Response routed(Request request) {
        if (request.path().equals(OAuth.PATH)) {
            return oauth.answer(request);
        }
        return request.path().startsWith("/api/") ? api.answer(request) : browsers.answer(request);
    }

    private static Response headed(Response response) {
        return response.with("Server", "ServiceNow")
                .with("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
                .with("Pragma", "no-store,no-cache")
                .with("Cache-control", "no-cache,no-store,must-revalidate,max-age=-1")
                .with("Expires", "0")
                .with(
                        "Set-Cookie",
                        "JSESSIONID=" + UUID.randomUUID().toString().replace("-", "") + "; Path=/; HttpOnly");
    }

    @Override
    public void close() {
        outage.close();
        browsers.close();
        server.close();
        rule.close();
    }
}
