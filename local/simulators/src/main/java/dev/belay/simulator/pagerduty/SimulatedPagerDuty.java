package dev.belay.simulator.pagerduty;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.FailingCalls;
import dev.belay.simulator.control.Browsers;
import dev.belay.simulator.control.CallCommands;
import dev.belay.simulator.control.Changes;
import dev.belay.simulator.control.ClockCommands;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.control.ExchangeCommands;
import dev.belay.simulator.control.FailureCommands;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SimulatorServer;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.pagerduty.limit.RateLimits;
import dev.belay.simulator.pagerduty.rest.Call;
import dev.belay.simulator.pagerduty.rest.RestApi;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** PagerDuty with one account, in memory and over HTTP: what an app calls, and what people do. */
public final class SimulatedPagerDuty implements AutoCloseable {
    private final Account account;
    private final RateLimits limits;
    private final FailingCalls failing = new FailingCalls();
    private final CallLog<Call> log = new CallLog<>(Call::operation);
    private final RestApi api;
    private final Browsers browsers;
    private final SimulatorServer server;

    private SimulatedPagerDuty(int port, Faults faults, Account account) {
        this.account = account;
        this.limits = new RateLimits(account.clock());
        this.api = new RestApi(account, limits);
        Exchanges exchanges = new Exchanges();
        Changes changes = new Changes(() -> Map.of(
                new Changes.Subject("failures", ""),
                failing.failures().planned(),
                new Changes.Subject("calls", ""),
                log.counts()));
        this.browsers = new Browsers(control(exchanges), changes);
        this.server = SimulatorServer.start(port, faults, SimulatedPagerDuty::name, this::answer, exchanges);
    }

    /** Starts PagerDuty with Acme's account on 127.0.0.1; port 0 takes a free one. */
    public static SimulatedPagerDuty start(int port, Faults faults, Clock clock) {
        return start(port, faults, AcmeAccount.open(clock));
    }

    public static SimulatedPagerDuty start(int port, Faults faults, Account account) {
        return new SimulatedPagerDuty(port, faults, account);
    }

    /** What the API's paths are appended to. */
    public URI url() {
        return server.url();
    }

    /** What is set up, what was opened, and what people do. */
    public Account account() {
        return account;
    }

    /** How often the API may be called. */
    public RateLimits rateLimits() {
        return limits;
    }

    /** What is told to fail, by the {@code operationId} of PagerDuty's description. */
    public FailingCalls failing() {
        return failing;
    }

    /** The product's requests that arrived, in order. */
    public List<Call> calls() {
        return log.calls();
    }

    /** The product's requests of one operation. */
    public List<Call> calls(String operation) {
        return calls().stream()
                .filter(call -> call.operation().equals(operation))
                .toList();
    }

    public void forgetCalls() {
        log.clear();
    }

    private Control control(Exchanges exchanges) {
        return new Control(Stream.of(
                        new AccountCommands(account, limits, failing).all(),
                        new FailureCommands<>(
                                        failing.failures(),
                                        new PagerDutyFailureWays(RestApi.operations()),
                                        failing::end)
                                .all(),
                        new CallCommands<>(log, SimulatedPagerDuty::json).all(),
                        new ExchangeCommands(exchanges).all(),
                        new ClockCommands(account.clock()).all())
                .flatMap(List::stream)
                .toList());
    }

    private static JsonObject json(Call call) {
        return JsonObject.builder()
                .value("call", call.operation())
                .value("subject", call.subject())
                .value("query", call.query())
                .value("from", call.from())
                .value("body", call.body())
                .done();
    }

    private static Optional<String> name(Request request) {
        return Call.of(request).map(call -> "pagerduty " + call.operation());
    }

    private Response answer(Request request) {
        return browsers.watch(request, () -> answered(request));
    }

    private Response answered(Request request) {
        Optional<Call> call = Call.of(request);
        if (call.isEmpty()) {
            return browsers.answer(request);
        }
        log.add(call.get());
        return failing.answer(call.get().operation(), () -> api.answer(request));
    }

    @Override
    public void close() {
        failing.close();
        browsers.close();
        server.close();
    }
}
