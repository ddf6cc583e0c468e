package dev.belay.aws.moto;

import dev.belay.aws.Aws;
import dev.belay.aws.Cloud;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.credential.CredentialId;
import dev.belay.credential.CredentialStates;
import dev.belay.credential.CredentialStatesContract;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEventsContract;
import dev.belay.lease.Leases;
import dev.belay.lease.LeasesContract;
import dev.belay.link.ConversationLinks;
import dev.belay.link.ConversationLinksContract;
import dev.belay.link.SampleLinks;
import dev.belay.link.Upkeep;
import dev.belay.link.UpkeepContract;
import dev.belay.person.UserMap;
import dev.belay.person.UserMapContract;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.ratelimit.RateLimitStoreContract;
import dev.belay.record.Chronicles;
import dev.belay.record.ChroniclesContract;
import dev.belay.record.RecordRef;
import dev.belay.record.Sample;
import dev.belay.team.Installations;
import dev.belay.team.InstallationsContract;
import dev.belay.time.MovedClock;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** The tables keep their contracts on moto as well, so it is not our engine that makes them right. */
@Requires(Tool.PYTHON)
final class ContractsOnMotoTest {
    @Nested
    final class Links implements ConversationLinksContract, UpkeepContract {
        private final Aws aws = Moto.worker(Clock.systemUTC());
        private final ConversationLinks links = aws.links(Moto.STACK.linkTable(), new Random(Cloud.unique()));
        private final Upkeep upkeep = aws.upkeep(Moto.STACK.linkTable(), new Random(Cloud.unique()));
        private final SampleLinks sample = new SampleLinks(Cloud.unique());

        @Override
        public ConversationLinks links() {
            return links;
        }

        @Override
        public Upkeep upkeep() {
            return upkeep;
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
    }

    @Nested
    final class Leased implements LeasesContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final Leases leases = Moto.worker(clock).leases(Moto.STACK.eventTable());

        @Override
        public Leases leases() {
            return leases;
        }

        @Override
        public MovedClock clock() {
            return clock;
        }

        @Override
        public String name() {
            return "name-" + Cloud.unique();
        }
    }

    @Nested
    final class OfCredentials implements CredentialStatesContract {
        private final CredentialStates states =
                Moto.worker(MovedClock.at(Sample.OPENED)).credentialStates(Moto.STACK.eventTable());

        @Override
        public CredentialStates states() {
            return states;
        }

        @Override
        public CredentialId id() {
            return new CredentialId(CredentialId.Kind.SLACK, "T" + Cloud.unique());
        }
    }

    @Nested
    final class Chronicled implements ChroniclesContract {
        private final Chronicles chronicles =
                Moto.worker(MovedClock.at(Sample.OPENED)).chronicles(Moto.STACK.linkTable());

        @Override
        public Chronicles chronicles() {
            return chronicles;
        }

        @Override
        public RecordRef record() {
            return RecordRef.of("incident", "%032x".formatted(Cloud.unique()));
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
