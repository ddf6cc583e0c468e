package dev.belay.wiring;

import dev.belay.action.PerformAction;
import dev.belay.chat.Chat;
import dev.belay.chat.Platform;
import dev.belay.event.Press;
import dev.belay.events.PressCodec;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a worker does with a press: a person waits, so it is looked at again when it expires, at the latest. */
public final class PressWork implements QueueWorker.Work {
    private static final System.Logger LOG = System.getLogger(PressWork.class.getName());
    /** ServiceNow lets a transaction of its REST API run for 60 seconds, and we wait for an answer for 20 of them. */
    private static final Duration SETTLING = Duration.ofSeconds(45);

    /** What it is done with. */
    record Tools(PerformAction perform, Map<Platform, Chat> chats) {}

    private final Supplier<Settings> settings;
    private final Supplier<Tools> tools;
    private final Clock clock;

    PressWork(Supplier<Settings> settings, Supplier<Tools> tools, Clock clock) {
        this.settings = settings;
        this.tools = tools;
        this.clock = clock;
    }

    @Override
    public Verdict handle(String body, boolean again) {
        Press press = PressCodec.read(body);
        Settings now = settings.get();
        if (now.pauseOutbound()) {
            return Pause.VERDICT;
        }
        Tools with = tools.get();
        Chat chat = with.chats().get(press.platform());
        if (chat == null) {
            return Verdict.TryAgain.shortly(
                    "the settings name no " + press.platform().word());
        }
        try {
            with.perform().perform(press, chat);
            return new Verdict.Done();
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "{0} waits for {1}", press, e.getMessage());
            return new Verdict.Wait(e.retryAfter(), untilExpiry(press, now));
        } catch (OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: an outcome is unknown: {1}", press, e.getMessage());
            return new Verdict.Wait(Optional.of(SETTLING), untilExpiry(press, now));
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.ERROR, "{0} was rejected: {1}", press, e.getMessage());
            return Verdict.TryAgain.forHours(
                    e.system() + ": " + e.said(), new Verdict.Wait(Optional.empty(), untilExpiry(press, now)));
        }
    }

    @Override
    public void giveUp(String body) {
        Press press = PressCodec.read(body);
        Tools with = tools.get();
        Optional.ofNullable(with.chats().get(press.platform()))
                .ifPresent(chat -> with.perform().giveUp(press, chat));
    }

    private Optional<Duration> untilExpiry(Press press, Settings now) {
        Duration left = Duration.between(clock.instant(), press.acceptedAt().plus(now.pressLife()));
        return Optional.of(left.plusSeconds(1)).filter(Duration::isPositive);
    }
}
