package dev.belay.cardaction;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.command.Command;
import dev.belay.delivery.Delivery;
import dev.belay.delivery.Delivery.Urgency;
import dev.belay.delivery.Trace;
import dev.belay.delivery.Trace.Field;
import dev.belay.event.LateAnswer;
import dev.belay.event.PersonalNotice;
import dev.belay.event.Press;
import dev.belay.events.CommandCodec;
import dev.belay.events.LateAnswerCodec;
import dev.belay.events.PersonalNoticeCodec;
import dev.belay.events.PressCodec;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.platform.ChatPlatform;
import dev.belay.press.PressOutcome;
import dev.belay.press.TellPerson;
import dev.belay.record.Records;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.Settings;
import dev.belay.step.Settling;
import dev.belay.wiring.dependency.CardActionDependencies;
import dev.belay.worker.Disposition;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.RetryFor;
import dev.belay.worker.Disposition.RetryLater;
import dev.belay.worker.MessageProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Performs what people pressed, one press at a time. A person waits: no retry comes later than the press expires, but for a page that
 * took effect and waits for its note.
 */
final class CardActionProcessor implements MessageProcessor {
    private static final System.Logger LOG = System.getLogger(CardActionProcessor.class.getName());

    /** A press' life where the settings cannot be read: the usual one. */
    private static final Duration WITHOUT_SETTINGS = Duration.ofMinutes(10);

    private final Supplier<CardActionDependencies> dependencies;
    private final Clock clock;

    /**
     * @param dependencies asked once for each message, so that the settings do not change within one
     */
    CardActionProcessor(Supplier<CardActionDependencies> dependencies, Clock clock) {
        this.dependencies = dependencies;
        this.clock = clock;
    }

    @Override
    public Disposition process(String body, boolean again) {
        return Delivery.as(Urgency.FIRST, () -> {
            if (LateAnswerCodec.matches(body)) {
                LateAnswer answer = LateAnswerCodec.read(body);
                return tell(answer.user(), (with, chat) -> with.tell().tell(answer, chat));
            }
            if (PersonalNoticeCodec.matches(body)) {
                PersonalNotice notice = PersonalNoticeCodec.read(body);
                return tell(notice.by(), (with, chat) -> with.others().tell(notice, chat));
            }
            return CommandCodec.matches(body) ? command(CommandCodec.read(body)) : press(PressCodec.read(body));
        });
    }

    /** What is said to one person. */
    private Disposition tell(
            ChatUser about, BiFunction<CardActionDependencies, ChatPlatform, TellPerson.Outcome> saying) {
        CardActionDependencies with = dependencies.get();
        ChatPlatform chat = with.chats().get(about.platform());
        if (chat == null) {
            return RetryFor.aMinute("the settings name no " + about.platform().id());
        }
        return switch (saying.apply(with, chat)) {
            case TellPerson.Outcome.Ended() -> new Delete();
            case TellPerson.Outcome.RetryLater(Optional<Duration> atLeast) ->
                new RetryLater(atLeast, Optional.of(TellPerson.WAITS));
        };
    }

    private Disposition press(Press asRead) {
        trace(asRead);
        CardActionDependencies with;
        try {
            with = dependencies.get();
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "{0}: unavailable: {1}", asRead, e.getMessage());
            return retry(e.retryAfter(), asRead.acceptedAt(), WITHOUT_SETTINGS);
        }
        return press(asRead, with);
    }

    private Disposition command(Command command) {
        CardActionDependencies with;
        try {
            with = dependencies.get();
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "{0}: unavailable: {1}", command, e.getMessage());
            return retry(e.retryAfter(), command.acceptedAt(), WITHOUT_SETTINGS);
        }
        return command(command, with);
    }

    /** It is a press, once its record is found. */
    private Disposition command(Command command, CardActionDependencies with) {
        Settings settings = with.settings();
        Press press;
        try {
            press = settings.pauseOutbound()
                    ? with.commands().unresolved(command, settings)
                    : with.commands().press(command, settings);
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "{0}: unavailable: {1}", command, e.getMessage());
            return retry(e.retryAfter(), command.acceptedAt(), settings.pressLife());
        } catch (CredentialsRefused e) {
            return credentialRefused(with.commands().unresolved(command, settings), with, e);
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.ERROR, "{0}: rejected: {1}", command, e.getMessage());
            return RetryFor.hours(
                    e.system() + ": " + e.said(), retry(Optional.empty(), command.acceptedAt(), settings.pressLife()));
        }
        trace(press);
        return press(press, with);
    }

    private static void trace(Press press) {
        Trace.tell(Field.PLATFORM, press.platform().id());
        Trace.tell(Field.RECORD, press.record());
        press.place().number().ifPresent(number -> Trace.tell(Field.NUMBER, number));
        Trace.tell(Field.CONVERSATION, press.at().inChannel());
    }

    private Disposition press(Press asRead, CardActionDependencies with) {
        Press press = inItsWorkspace(asRead, with.settings());
        ChatPlatform chat = with.chats().get(press.platform());
        if (chat == null) {
            return RetryFor.aMinute("the settings name no " + press.platform().id());
        }
        return with.settings().pauseOutbound() ? paused(press, chat, with) : perform(press, chat, with);
    }

    /** Who pressed is told at once; that nobody can be told now changes nothing. */
    private static Disposition paused(Press press, ChatPlatform chat, CardActionDependencies with) {
        try {
            with.perform().paused(press, chat, with.settings());
        } catch (ExternalFailure e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: who pressed does not know of the pause: {1}",
                    press,
                    e.getMessage());
        }
        return new Disposition.Pause();
    }

    private static Press inItsWorkspace(Press press, Settings settings) {
        return press.inWorkspaceOf(
                Optional.ofNullable(settings.chats().get(press.platform())).flatMap(ChatSettings::organization));
    }

    private Disposition perform(Press press, ChatPlatform chat, CardActionDependencies with) {
        Settings settings = with.settings();
        try {
            return switch (with.perform().perform(press, chat, settings)) {
                case PressOutcome.Applied _,
                        PressOutcome.AlreadyDone _,
                        PressOutcome.Refused _,
                        PressOutcome.Repeated _ -> new Delete();
                case PressOutcome.TooEarly(Duration retryAfter) ->
                    retry(Optional.of(retryAfter), press.acceptedAt(), settings.pressLife());
            };
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "{0}: unavailable: {1}", press, e.getMessage());
            return retry(e.retryAfter(), press.acceptedAt(), settings.pressLife());
        } catch (OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: outcome of a write unknown: {1}", press, e.getMessage());
            return RetryLater.atLeast(Settling.TIME); // settled first, and only then asked whether the press is too old
        } catch (CredentialsRefused e) {
            return credentialRefused(press, chat, with, e);
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.ERROR, "{0}: rejected: {1}", press, e.getMessage());
            return RetryFor.hours(
                    e.system() + ": " + e.said(), retry(Optional.empty(), press.acceptedAt(), settings.pressLife()));
        }
    }

    private Disposition credentialRefused(Press asRead, CardActionDependencies with, CredentialsRefused refused) {
        Press press = inItsWorkspace(asRead, with.settings());
        ChatPlatform chat = with.chats().get(press.platform());
        return chat == null
                ? RetryFor.aMinute("the settings name no " + press.platform().id())
                : credentialRefused(press, chat, with, refused);
    }

    /**
     * It does not wait for the credential: it is retried for as long as it lives, and then dropped, which its person is told. What took
     * effect, a page, waits for its note all the same. That nobody can be told now changes nothing.
     */
    private RetryLater credentialRefused(
            Press press, ChatPlatform chat, CardActionDependencies with, CredentialsRefused refused) {
        LOG.log(System.Logger.Level.ERROR, "{0}: our credential is refused: {1}", press, refused.getMessage());
        try {
            with.perform().credentialRefused(press, chat, with.settings(), label(refused.system(), chat.platform()));
        } catch (ExternalFailure e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: who pressed does not know that our credential is refused: {1}",
                    press,
                    e.getMessage());
        }
        return retry(Optional.empty(), press.acceptedAt(), with.settings().pressLife());
    }

    private static String label(String system, Platform platform) {
        return system.equals(Records.SYSTEM) ? "ServiceNow" : platform.label();
    }

    @Override
    public void giveUp(String body) {
        if (LateAnswerCodec.matches(body) || PersonalNoticeCodec.matches(body)) {
            return;
        }
        CardActionDependencies with = dependencies.get();
        Press asRead = CommandCodec.matches(body) ? whatever(CommandCodec.read(body), with) : PressCodec.read(body);
        Press press = inItsWorkspace(asRead, with.settings());
        Optional.ofNullable(with.chats().get(press.platform()))
                .ifPresent(chat -> with.perform().giveUp(press, chat));
    }

    /** A person is told of a press that is given up, whether or not its record can be found. */
    private static Press whatever(Command command, CardActionDependencies with) {
        try {
            return with.commands().press(command, with.settings());
        } catch (ExternalFailure e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: its record cannot be found: {1}", command, e.getMessage());
            return with.commands().unresolved(command, with.settings());
        }
    }

    /** At most until the press expires: then its person is told so, or what took effect is tried for longer. */
    private RetryLater retry(Optional<Duration> atLeast, Instant acceptedAt, Duration life) {
        Duration left = Duration.between(clock.instant(), acceptedAt.plus(life));
        return new RetryLater(atLeast, Optional.of(left.plusSeconds(1)).filter(Duration::isPositive));
    }
}
