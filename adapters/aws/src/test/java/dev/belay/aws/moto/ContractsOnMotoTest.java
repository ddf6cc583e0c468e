package dev.belay.aws.moto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Aws;
import dev.belay.aws.Cloud;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.delivery.Delivery.Urgency;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEventsContract;
import dev.belay.link.ConversationLinks;
import dev.belay.link.ConversationLinksContract;
import dev.belay.link.SampleLinks;
import dev.belay.person.UserMap;
import dev.belay.person.UserMapContract;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.ratelimit.RateLimitStore.Waiter;
import dev.belay.ratelimit.RateLimitStoreContract;
import dev.belay.record.NoteReference;
import dev.belay.record.Sample;
import dev.belay.team.Installations;
import dev.belay.team.InstallationsContract;
import dev.belay.time.MovedClock;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The tables keep their contracts on moto as well, so it is not our engine that makes them right. */
@Requires(Tool.PYTHON)
final class ContractsOnMotoTest {
    @Nested
    final class Links implements ConversationLinksContract {
        private final ConversationLinks links =
                Moto.worker(Clock.systemUTC()).links(Moto.STACK.linkTable(), new Random(Cloud.unique()));
        private final SampleLinks sample = new SampleLinks(Cloud.unique());

        @Override
        public ConversationLinks links() {
            return links;
        }

        @Override
        public SampleLinks sample() {
            return sample;
        }
    }

    @Nested
    final class Events implements HandledEventsContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final Aws aws = Moto.worker(clock);
        private final HandledEvents events = aws.handledEvents(Moto.STACK.eventTable(), Moto.STACK.linkTable());
        private final ConversationLinks links = aws.links(Moto.STACK.linkTable(), new Random(Cloud.unique()));
        private final SampleLinks sample = new SampleLinks(Cloud.unique());

        @Override
        public HandledEvents events() {
            return events;
        }

        @Override
        public ConversationLinks links() {
            return links;
        }

        @Override
        public SampleLinks sample() {
            return sample;
        }

        @Override
        public MovedClock clock() {
            return clock;
        }

        @Override
        public String event() {
            return "press-" + Cloud.unique();
        }

        /** moto asks a condition and writes in two steps, so that of two at once both may win; DynamoDB does both at once. */
        @Override
        public void one_of_many_workers_is_first() {
            String event = event();
            assertThat(events.claim(event, NoteReference.random(new Random(Cloud.unique()))))
                    .isInstanceOf(HandledEvents.Claim.First.class);
            assertThat(events.claim(event, NoteReference.random(new Random(Cloud.unique()))))
                    .isInstanceOf(HandledEvents.Claim.Held.class);
        }
    }

    @Nested
    final class Installed implements InstallationsContract {
        private final Installations installations =
                Moto.worker(MovedClock.at(Sample.OPENED)).installations(Moto.STACK.linkTable());

        @Override
        public Installations installations() {
            return installations;
        }
    }

    @Nested
    final class Limited implements RateLimitStoreContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final RateLimitStore limits = Moto.worker(clock).limits(Moto.STACK.eventTable());

        @Override
        public RateLimitStore limits() {
            return limits;
        }

        @Override
        public MovedClock clock() {
            return clock;
        }

        @Override
        public String token() {
            return "slack:T" + Cloud.unique();
        }

        /** As above: of two at once both may be given the same place; here one comes after the other. */
        @Override
        public void workers_that_reserve_at_once_are_given_places_of_their_own() {
            String token = token();
            Set<Instant> given = new HashSet<>();
            for (int i = 0; i < 24; i++) {
                Waiter waiter = new Waiter("w" + i, Urgency.FIRST);
                given.add(limits.reserve(token, "chat.postMessage", waiter, Duration.ofSeconds(3)));
            }
            assertThat(given).hasSize(24);
        }
    }

    @Nested
    final class Users implements UserMapContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final UserMap map = Moto.worker(clock).userMap(Moto.STACK.userTable());

        @Override
        public UserMap map() {
            return map;
        }

        @Override
        public MovedClock clock() {
            return clock;
        }

        @Override
        public ChatUser stranger() {
            return new ChatUser(Platform.SLACK, "T01ACME", "U" + Cloud.unique());
        }

        @Override
        public boolean holds(ChatUser user) {
            String key = String.join("#", user.platform().id(), user.workspace(), user.id());
            return !Moto.item(Moto.STACK.userTable(), key).isEmpty();
        }
    }
}
