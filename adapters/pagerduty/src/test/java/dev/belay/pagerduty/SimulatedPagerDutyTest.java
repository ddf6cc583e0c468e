package dev.belay.pagerduty;

import dev.belay.pager.Pager;
import dev.belay.pager.PagerContract;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.pagerduty.account.Incident;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** The adapter keeps the contract on the simulated PagerDuty. */
final class SimulatedPagerDutyTest implements PagerContract {
    private final AccountStage stage = new AccountStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    public Pager pager() {
        return stage.pager;
    }

    @Override
    public List<Target> targets() {
        return List.of(AccountStage.MAJOR, AccountStage.DATABASES);
    }

    @Override
    public int paged(Target target) {
        return (int) Stream.concat(
                        incidents().map(incident -> incident.draft().policy()),
                        incidents()
                                .flatMap(incident -> incident.requests().stream())
                                .flatMap(request -> request.targets().stream())
                                .map(asked -> asked.id()))
                .filter(target.id()::equals)
                .count();
    }

    private Stream<Incident> incidents() {
        return stage.account().incidents().stream();
    }

    @Override
    public String shown() {
        return incidents()
                .map(incident ->
                        incident.draft().title() + "\n" + incident.draft().details() + "\n" + incident.requests())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void lose(int after, boolean done) {
        stage.faults.breakCall(after, done ? Fault.RESPONSE_LOST : Fault.REQUEST_LOST);
    }

    @Override
    public void breakDown() {
        stage.pagerDuty.failing().next(100, Failures.ANY, HttpFailure.page(503));
    }

    @Override
    public void limit() {
        stage.pagerDuty.rateLimits().perToken(0);
    }

    @Override
    public void refuseKey() {
        stage.account().revoke(AcmeAccount.TOKEN);
    }
}
