package dev.belay.webhook;

import dev.belay.pager.PageOrder;
import dev.belay.pager.Pager;
import dev.belay.pager.PagerSecret;
import dev.belay.pager.SampleOrder;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.webhook.SignedByKey;
import dev.belay.simulator.webhook.SimulatedWebhook;
import dev.belay.time.MovedClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A simulated receiver that proves signatures, with the adapter before it. */
final class ReceiverStage implements AutoCloseable {
    static final String NAME = "our-pager";
    static final Target DATABASES = new Target("databases", "Databases");
    static final Target NETWORK = new Target("network", "Network");
    static final String KEY = "signing-key-of-our-pager";

    final MovedClock clock = MovedClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    final Faults faults = new Faults();
    final SignedByKey keys = new SignedByKey(clock).key(NAME, bytes(KEY));
    final SimulatedWebhook receiver = SimulatedWebhook.start(0, faults, clock, keys);
    final List<String> counted = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    int taken;
    String cached = KEY;
    String stored = KEY;
    final Pager pager = new WebhookPager(
            NAME,
            receiver.url().resolve("/belay"),
            new PagerSecret() {
                @Override
                public String current() {
                    return cached;
                }

                @Override
                public String reread() {
                    cached = stored;
                    return stored;
                }

                @Override
                public void refused(String said) {
                    refusals.add(said);
                }

                @Override
                public void taken() {
                    taken++;
                }
            },
            (metric, kind) -> counted.add(metric.id() + " " + kind),
            clock);

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    PageOrder order(String id) {
        return SampleOrder.of(id, List.of(DATABASES, NETWORK));
    }

    @Override
    public void close() {
        receiver.close();
    }
}
