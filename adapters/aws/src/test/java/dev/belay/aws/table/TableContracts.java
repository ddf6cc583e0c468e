package dev.belay.aws.table;

import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditJournalContract;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsEngine;
import dev.belay.aws.Cloud;
import dev.belay.aws.DeployedTablesContract;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.credential.CredentialId;
import dev.belay.credential.CredentialStates;
import dev.belay.credential.CredentialStatesContract;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEventsContract;
import dev.belay.file.FileTransfers;
import dev.belay.file.FileTransfersContract;
import dev.belay.inbound.ReceivedEvents;
import dev.belay.inbound.ReceivedEventsContract;
import dev.belay.lease.Leases;
import dev.belay.lease.LeasesContract;
import dev.belay.link.ConversationLinks;
import dev.belay.link.ConversationLinksContract;
import dev.belay.link.LinkIndex;
import dev.belay.link.SampleLinks;
import dev.belay.link.Upkeep;
import dev.belay.link.UpkeepContract;
import dev.belay.message.MessageNotes;
import dev.belay.message.MessageNotesContract;
import dev.belay.pager.PageOrders;
import dev.belay.pager.PageOrdersContract;
import dev.belay.person.UserMap;
import dev.belay.person.UserMapContract;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.ratelimit.RateLimitStoreContract;
import dev.belay.reconcile.Watermarks;
import dev.belay.reconcile.WatermarksContract;
import dev.belay.record.Chronicles;
import dev.belay.record.ChroniclesContract;
import dev.belay.record.RecordRef;
import dev.belay.record.Sample;
import dev.belay.simulator.aws.Stack;
import dev.belay.team.Installations;
import dev.belay.team.InstallationsContract;
import dev.belay.time.MovedClock;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** The contracts that the tables keep, for an engine that we did not write: so it is not ours that makes them right. */
public abstract class TableContracts {
    private final AwsEngine engine;
    private final Stack stack;

    /**
     * @param stack whose tables are there
     */
    protected TableContracts(AwsEngine engine, Stack stack) {
        this.engine = engine;
        this.stack = stack;
    }

    @Nested
    final class Deployed implements DeployedTablesContract {
        @Override
        public AwsEngine engine() {
            return engine;
        }
    }

    @Nested
    final class Links implements ConversationLinksContract, UpkeepContract {
        private final Aws aws = engine.worker(Clock.systemUTC());
        private final ConversationLinks links = aws.links(stack.linkTable(), new Random(Cloud.unique()));
        private final Upkeep upkeep = aws.upkeep(stack.linkTable(), new Random(Cloud.unique()));
        private final LinkIndex index = aws.linkIndex(stack.linkTable());
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
        public LinkIndex index() {
            return index;
        }

        @Override
        public SampleLinks sample() {
            return sample;
        }
    }

    @Nested
    final class Events implements HandledEventsContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final Aws aws = engine.worker(clock);
        private final HandledEvents events = aws.handledEvents(stack.eventTable(), stack.linkTable());
        private final ConversationLinks links = aws.links(stack.linkTable(), new Random(Cloud.unique()));
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
    final class Files implements FileTransfersContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final FileTransfers transfers =
                engine.worker(clock).fileTransfers(stack.eventTable(), new Random(Cloud.unique()));

        @Override
        public FileTransfers transfers() {
            return transfers;
        }

        @Override
        public MovedClock clock() {
            return clock;
        }

        @Override
        public String file() {
            return "F" + Cloud.unique();
        }
    }

    @Nested
    final class Leased implements LeasesContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final Leases leases = engine.worker(clock).leases(stack.eventTable());

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
    final class Chronicled implements ChroniclesContract {
        private final Chronicles chronicles =
                engine.worker(MovedClock.at(Sample.OPENED)).chronicles(stack.linkTable());

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
                engine.worker(MovedClock.at(Sample.OPENED)).installations(stack.linkTable());

        @Override
        public Installations installations() {
            return installations;
        }
    }

    @Nested
    final class Limited implements RateLimitStoreContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final RateLimitStore limits = engine.worker(clock).limits(stack.eventTable());

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
    final class Paged implements PageOrdersContract {
        private final PageOrders orders = engine.worker(Clock.systemUTC()).pageOrders(stack.eventTable());

        @Override
        public PageOrders orders() {
            return orders;
        }

        @Override
        public String id() {
            return "press-" + Cloud.unique();
        }
    }

    @Nested
    final class Noted implements MessageNotesContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final MessageNotes notes = engine.worker(clock).messageNotes(stack.eventTable());

        @Override
        public MessageNotes notes() {
            return notes;
        }

        @Override
        public MovedClock clock() {
            return clock;
        }

        @Override
        public String channel() {
            return "C" + Cloud.unique();
        }
    }

    @Nested
    final class Users implements UserMapContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final UserMap map = engine.worker(clock).userMap(stack.userTable());

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
            return !engine.item(stack.userTable(), Key.of(user)).isEmpty();
        }
    }

    @Nested
    final class OfCredentials implements CredentialStatesContract {
        private final CredentialStates states =
                engine.worker(MovedClock.at(Sample.OPENED)).credentialStates(stack.eventTable());

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
    final class Received implements ReceivedEventsContract {
        private final MovedClock clock = MovedClock.at(Sample.OPENED);
        private final ReceivedEvents events = engine.worker(clock).receivedEvents(stack.eventTable());

        @Override
        public ReceivedEvents events() {
            return events;
        }

        @Override
        public MovedClock clock() {
            return clock;
        }

        @Override
        public String instance() {
            return "acme" + Cloud.unique();
        }
    }

    @Nested
    final class Reconciled implements WatermarksContract {
        @Override
        public Watermarks watermarks() {
            return engine.worker(MovedClock.at(Sample.OPENED)).watermarks(stack.eventTable(), "acme" + Cloud.unique());
        }
    }

    @Nested
    final class Audited implements AuditJournalContract {
        @Override
        public AuditJournal journal() {
            return engine.worker(MovedClock.at(Sample.OPENED))
                    .auditJournal(stack.eventTable(), "audit" + Cloud.unique());
        }
    }
}
