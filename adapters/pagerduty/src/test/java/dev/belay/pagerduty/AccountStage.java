package dev.belay.pagerduty;

import dev.belay.failure.Rejected;
import dev.belay.pager.PageOrder;
import dev.belay.pager.Pager;
import dev.belay.pager.PagerSecret;
import dev.belay.pager.SampleOrder;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.pagerduty.SimulatedPagerDuty;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.pagerduty.account.Incident;
import dev.belay.time.MovedClock;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Acme's simulated account, with the adapter before it. */
final class AccountStage implements AutoCloseable {
    static final Target MAJOR = new Target(AcmeAccount.ON_CALL, "Major incidents");
    static final Target DATABASES = new Target(AcmeAccount.DATABASES, "Databases");

    final MovedClock clock = MovedClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    final Faults faults = new Faults();
    final SimulatedPagerDuty pagerDuty = SimulatedPagerDuty.start(0, faults, clock);
    final List<String> counted = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    String cached = AcmeAccount.TOKEN;
    String stored = AcmeAccount.TOKEN;
    boolean unreadable;
    final Pager pager = pager(AcmeAccount.SERVICE, AcmeAccount.BELAY_EMAIL);

    /** The check of the token. */
    PagerDutyTokenCheck tokenCheck() {
        return new PagerDutyTokenCheck(
                settings(AcmeAccount.SERVICE, AcmeAccount.BELAY_EMAIL),
                token(),
                (metric, kind) -> counted.add(metric.id() + " " + kind),
                clock);
    }

    private PagerSecret token() {
        return new PagerSecret() {
            @Override
            public String current() {
                return cached;
            }

            @Override
            public String reread() {
                if (unreadable) {
                    throw new Rejected("secretsmanager", "AccessDeniedException");
                }
                cached = stored;
                return stored;
            }

            @Override
            public void refused(String said) {
                refusals.add(said);
            }

            @Override
            public void taken() {
                throw new AssertionError("PagerDuty's token is proved by its check");
            }
        };
    }

    private PagerDutySettings settings(String service, String from) {
        return new PagerDutySettings(trimmed(), service, from, AcmeAccount.BELAY);
    }

    Pager pager(String service, String from) {
        return new PagerDutyPager(
                settings(service, from), token(), (metric, kind) -> counted.add(metric.id() + " " + kind), clock);
    }

    private URI trimmed() {
        String url = pagerDuty.url().toString();
        return URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    Account account() {
        return pagerDuty.account();
    }

    Incident incident() {
        return account().incidents().getLast();
    }

    PageOrder order(String id, Target... targets) {
        return SampleOrder.of(id, List.of(targets));
    }

    PageOrder later(String id, Target... targets) {
        return SampleOrder.of(id, List.of(targets), Optional.of(incident().id()));
    }

    @Override
    public void close() {
        pagerDuty.close();
    }
}
