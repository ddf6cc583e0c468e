package dev.belay.press;

import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.PersonalNotice;
import dev.belay.event.PersonalNotice.Recipient;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.person.Directory;
import dev.belay.person.Identities;
import dev.belay.person.Identity;
import dev.belay.person.Members;
import dev.belay.person.PlatformUser;
import dev.belay.platform.ChatPlatform;
import dev.belay.press.TellPerson.Outcome;
import dev.belay.record.NoteReference;
import dev.belay.record.SysId;
import dev.belay.settings.Settings;
import dev.belay.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tells somebody who did not press what was done, in their own chat with us; where they are not in the chat, who pressed hears of that.
 * Tried for minutes and then given up.
 */
public final class TellOthers {
    private static final System.Logger LOG = System.getLogger(TellOthers.class.getName());
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final HandledEvents events;
    private final Directory directory;
    private final Members members;
    private final Identities identities;
    private final Counters counters;
    private final Clock clock;
    private final RandomGenerator random;

    public TellOthers(
            HandledEvents events,
            Directory directory,
            Members members,
            Identities identities,
            Counters counters,
            Clock clock,
            RandomGenerator random) {
        this.events = events;
        this.directory = directory;
        this.members = members;
        this.identities = identities;
        this.counters = counters;
        this.clock = clock;
        this.random = random;
    }

    public Outcome tell(PersonalNotice notice, ChatPlatform chat, Settings settings) {
        return switch (events.claim(notice.id(), NoteReference.random(random))) {
            case Claim.Done() -> new Outcome.Ended();
            case Claim.Held(Duration left) -> new Outcome.RetryLater(Optional.of(left));
            case Claim.First _, Claim.Again _ -> claimed(notice, chat, settings);
        };
    }

    private Outcome claimed(PersonalNotice notice, ChatPlatform chat, Settings settings) {
        try {
            tellWhom(notice, chat, settings);
        } catch (Unavailable | CredentialsRefused e) {
            if (clock.instant().isBefore(notice.since().plus(LIFE))) {
                events.endLease(notice.id());
                return new Outcome.RetryLater(e instanceof Unavailable down ? down.retryAfter() : Optional.empty());
            }
            failed(notice, e);
        } catch (Rejected e) {
            failed(notice, e);
        }
        events.finish(notice.id());
        return new Outcome.Ended();
    }

    /** Nobody is told what they did themselves. */
    private void tellWhom(PersonalNotice notice, ChatPlatform chat, Settings settings) {
        Member by = members.member(chat.people(), notice.by(), notice.at().channel(), notice.reply());
        Identity identity = identities.of(by, settings);
        String name = identity instanceof Identity.Known(PlatformUser user) ? user.name() : by.name();
        String sentence = notice.sentence().replace(PersonalNotice.WHO, name);
        switch (notice.to()) {
            case Recipient.InChat(ChatUser user) -> tell(user, sentence, notice, chat);
            case Recipient.OfRecord(SysId id)
            when !is(identity, id) -> directory.find(id).ifPresent(user -> tellInChat(user, sentence, notice, chat));
            case Recipient.OfRecord _ -> {}
        }
    }

    private static boolean is(Identity identity, SysId id) {
        return identity instanceof Identity.Known(PlatformUser user)
                && user.sysId().equals(id);
    }

    /** Who is not in the chat cannot be told there: who pressed hears of it, and can reach them in another way. */
    private static void tellInChat(PlatformUser user, String sentence, PersonalNotice notice, ChatPlatform chat) {
        Optional.of(user.email())
                .filter(email -> !email.isEmpty())
                .flatMap(email -> chat.people()
                        .withEmail(notice.by().workspace(), email, notice.at().channel(), notice.reply()))
                .ifPresentOrElse(
                        found -> tell(found, sentence, notice, chat),
                        () -> directly(
                                notice.by(),
                                PlainText.line(user.name()) + absent(chat.platform()) + " They were not told: “"
                                        + sentence + "”",
                                notice,
                                chat));
    }

    private static String absent(Platform platform) {
        return switch (platform) {
            case SLACK ->
                " has no account in this workspace with the e-mail address that ServiceNow has, so they do not see this"
                        + " conversation. Reach them in another way, or have the address corrected.";
            case TEAMS ->
                " is not in this team, so they do not see this conversation. Reach them in another way, or ask one of"
                        + " the team's owners to add them.";
        };
    }

    private static void tell(ChatUser user, String sentence, PersonalNotice notice, ChatPlatform chat) {
        if (!user.equals(notice.by())) {
            directly(user, sentence, notice, chat);
        }
    }

    private static void directly(ChatUser user, String sentence, PersonalNotice notice, ChatPlatform chat) {
        chat.messages().tellDirectly(user, notice.reply(), PrivateAnswer.of(sentence));
    }

    private void failed(PersonalNotice notice, ExternalFailure e) {
        LOG.log(System.Logger.Level.WARNING, "{0} could not be delivered: {1}", notice, e.getMessage());
        counters.count(Metric.ANSWER_FAILED, "NOTICE");
    }
}
