package dev.belay.press;

import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Tells somebody who did not press what was done, in their own chat with us. Tried for minutes and then given up. */
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

    public Outcome tell(PersonalNotice notice, ChatPlatform chat) {
        return switch (events.claim(notice.id(), NoteReference.random(random))) {
            case Claim.Done() -> new Outcome.Ended();
            case Claim.Held(Duration left) -> new Outcome.RetryLater(Optional.of(left));
            case Claim.First _, Claim.Again _ -> claimed(notice, chat);
        };
    }

    private Outcome claimed(PersonalNotice notice, ChatPlatform chat) {
        try {
            recipient(notice, chat).filter(user -> !user.equals(notice.by())).ifPresent(user -> chat.messages()
                    .tellDirectly(user, notice.reply(), PrivateAnswer.of(sentence(notice, chat))));
        } catch (Unavailable e) {
            if (clock.instant().isBefore(notice.since().plus(LIFE))) {
                events.endLease(notice.id());
                return new Outcome.RetryLater(e.retryAfter());
            }
            failed(notice, e);
        } catch (Rejected | CredentialsRefused e) {
            failed(notice, e);
        }
        events.finish(notice.id());
        return new Outcome.Ended();
    }

    /** Who is not in the chat is not told there: ServiceNow tells them in its own way. */
    private Optional<ChatUser> recipient(PersonalNotice notice, ChatPlatform chat) {
        return switch (notice.to()) {
            case Recipient.InChat(ChatUser user) -> Optional.of(user);
            case Recipient.OfRecord(var user) ->
                directory
                        .find(user)
                        .map(PlatformUser::email)
                        .filter(email -> !email.isEmpty())
                        .flatMap(email -> chat.people()
                                .withEmail(
                                        notice.by().workspace(),
                                        email,
                                        notice.at().channel(),
                                        notice.reply()));
        };
    }

    private String sentence(PersonalNotice notice, ChatPlatform chat) {
        Member member = members.member(chat.people(), notice.by(), notice.at().channel(), notice.reply());
        String name = identities.of(member) instanceof Identity.Known(PlatformUser user) ? user.name() : member.name();
        return notice.sentence().replace(PersonalNotice.WHO, name);
    }

    private void failed(PersonalNotice notice, ExternalFailure e) {
        LOG.log(System.Logger.Level.WARNING, "{0} could not be delivered: {1}", notice, e.getMessage());
        counters.count(Metric.ANSWER_FAILED, "NOTICE");
    }
}
