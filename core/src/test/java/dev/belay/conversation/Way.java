package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Channel;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.Calls.Killed;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.LinkKey;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A record's way with its conversation, in memory: what happens to it, and all that is to be seen in the end. */
public final class Way {
    public final Room room = new Room();
    public final RecordRef ref;

    /** A record of this priority has its conversation, and those who run this have a channel. */
    public Way(int priority) {
        room.settings = SampleSettings.operatedFrom(Optional.of(room.chat.shared()));
        ref = room.opened(priority);
        settle().pass(Duration.ofMinutes(5));
    }

    /** Changes the record as somebody in ServiceNow would. */
    Way put(UnaryOperator<RecordSnapshot> change) {
        RecordSnapshot now = room.record(ref);
        room.records.put(change.apply(now).counted(now.modCount() + 1));
        return this;
    }

    Way raised(int priority) {
        return put(record -> record.prioritized(priority));
    }

    public Way in(RecordState state) {
        return put(record -> record.with(record.life().in(state)));
    }

    public Way postmortem() {
        Happening attached = new Happening(
                "press-9",
                Kind.POSTMORTEM_ATTACHED,
                room.clock.instant(),
                "Jane Doe",
                "",
                "https://wiki.acme.example/pm",
                List.of());
        return put(record -> record.with(new dev.belay.record.Chronicle(List.of(attached))));
    }

    public Way pass(Duration time) {
        room.clock.advance(time);
        return this;
    }

    /** Hints come until the conversation agrees. */
    public Way settle() {
        for (int tries = 0; tries < 12; tries++) {
            if (once(Calls.undisturbed(), true).filter(this::isDone).isPresent()) {
                return this;
            }
        }
        throw new AssertionError("it does not settle: " + room.link(ref));
    }

    private boolean isDone(Opening opening) {
        return switch (opening) {
            case Opening.Held(var until) -> later(until);
            case Opening.Later(var at) -> later(at);
            case Opening.Agreed _, Opening.NotWanted _, Opening.Refused _, Opening.RecordMissing _ -> true;
        };
    }

    private boolean later(java.time.Instant at) {
        Duration wait = Duration.between(room.clock.instant(), at);
        room.clock.advance(wait.isPositive() ? wait : Duration.ofSeconds(1));
        return false;
    }

    /** One hint; none where the run was ended. */
    public Optional<Opening> once(Calls calls, boolean again) {
        try {
            return Optional.of(room.open(ref, calls, again));
        } catch (Killed | Unavailable | OutcomeUnknown e) {
            return Optional.empty();
        }
    }

    public Made link() {
        return room.made(ref);
    }

    public Channel channel() {
        return link().conversation().channel();
    }

    boolean hasNext() {
        return room.links.find(link().key().next()).isPresent();
    }

    LinkKey key() {
        return link().key();
    }

    public List<String> said() {
        return room.chat.said(channel(), link().id().thread());
    }

    /** All that is to be seen; ids of messages tell the time, and so do they. */
    List<String> seen() {
        List<String> all = new ArrayList<>(room.chat.everything());
        room.records.notes(ref).forEach(note -> all.add("note " + note.text()));
        Made link = link();
        all.add(link.status() + " " + link.placement() + " "
                + link.claim().former().map(old -> old.why() + " " + old.count()) + " " + hasNext());
        return all.stream()
                .map(line -> line.replaceAll("\\d{10}\\.\\d{6}", "<message>")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]+(?:Z| UTC)?", "<time>")
                        .replaceAll("after (?:less than a minute|\\d+ min)", "after a while")
                        .replaceAll("\\((?:less than a minute|\\d+ min) in all", "(a while in all"))
                .toList();
    }

    /** What leads up to a flow, and is not disturbed. */
    public interface Before {
        Way play();
    }

    /** Ends the run at each of its calls in each way, and lets others go on: the end is that of an undisturbed run. */
    public static void endsTheSameWhereverItIsEnded(Before before) {
        Way undisturbed = before.play();
        Calls all = Calls.undisturbed();
        undisturbed.once(all, false);
        undisturbed.settle();
        List<String> expected = undisturbed.seen();
        for (int call = 1; call <= all.names().size(); call++) {
            for (Ending ending : Ending.values()) {
                Way way = before.play();
                way.once(Calls.ending(call, ending), false);
                way.pass(Duration.ofMinutes(3)).settle();
                assertThat(way.seen())
                        .as("%s at %s (%d)", ending, all.names().get(call - 1), call)
                        .isEqualTo(expected);
            }
        }
    }
}
