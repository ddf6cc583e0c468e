package dev.belay.message;

import dev.belay.chat.Channel;
import dev.belay.conversation.draw.DrawCard;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.RecordHint;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.line.Line;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.JournalEntry;
import dev.belay.record.Journals;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Recording;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Says in a conversation what people noted on its record, each note once, with who wrote it. What Belay wrote itself is not said: it
 * stands under its own user's name and ends with a reference. A hint is a reason to look: what was missed is said with the next.
 */
public final class TellNotes {
    /** The part of a conversation's set-up under which it is remembered up to when the journal was read. */
    static final String PART = "notes";

    /** A journal's seconds are those of its instance, and what was written in one of them may come to be seen a moment later. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final System.Logger LOG = System.getLogger(TellNotes.class.getName());

    private final Tools tools;
    private final Counters counters;
    private final RandomGenerator random;

    /** What it reads and writes. */
    public record Tools(Records records, Journals journals, ConversationLinks links, HandledEvents events) {}

    public TellNotes(Tools tools, Counters counters, RandomGenerator random) {
        this.tools = tools;
        this.counters = counters;
        this.random = random;
    }

    /**
     * @return how long to wait, where another worker says one of them
     */
    public Optional<Duration> tell(RecordHint hint, ChatPlatform chat, Settings settings) {
        Optional<Standing> link = tools.links()
                .find(new LinkKey(hint.record(), hint.platform()))
                .filter(Standing.class::isInstance)
                .map(Standing.class::cast);
        boolean comments = wants(settings, hint.record().table(), chat, recording -> recording.comments());
        if (link.isEmpty()
                || !(comments || wants(settings, hint.record().table(), chat, recording -> recording.notes()))) {
            return Optional.empty();
        }
        List<JournalEntry> entries = tools.journals().since(hint.record(), from(link.get()), comments);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> held = entries.stream().allMatch(entry -> isOurs(entry, settings))
                ? Optional.empty()
                : say(chat, link.get(), entries, settings);
        if (held.isEmpty()) {
            remember(link.get(), entries.getLast().at());
        }
        return held;
    }

    private static boolean wants(Settings settings, String table, ChatPlatform chat, Predicate<Recording> wanted) {
        return settings.routes().stream()
                .filter(route ->
                        route.platform() == chat.platform() && route.table().equals(table))
                .map(Route::recording)
                .anyMatch(wanted);
    }

    /** To the second, as a journal has it. */
    private static Instant begun(Standing link) {
        return link.claim().at().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant from(Standing link) {
        String known = link.conversation().setUp().getOrDefault(PART, "");
        return known.isEmpty()
                ? begun(link)
                : Instant.ofEpochSecond(Long.parseLong(known)).minus(OVERLAP);
    }

    private void remember(Standing link, Instant newest) {
        String now = Long.toString(newest.getEpochSecond());
        if (!now.equals(link.conversation().setUp().get(PART))) {
            tools.links().markSetUp(link, PART, now);
        }
    }

    /** The name alone would be too much: other integrations may write under it too. The reference alone is too little: people can copy it. */
    private static boolean isOurs(JournalEntry entry, Settings settings) {
        return entry.userName().equals(settings.serviceNow().user())
                && NoteReference.endOf(entry.text()).isPresent();
    }

    private Optional<Duration> say(ChatPlatform chat, Standing link, List<JournalEntry> entries, Settings settings) {
        Optional<Recording> recording = tools.records()
                .find(link.record())
                .filter(record -> !DrawCard.isConfidential(record, link.placement(), settings))
                .flatMap(record -> recording(record, chat, settings));
        if (recording.isEmpty()) {
            return Optional.empty();
        }
        for (JournalEntry entry : entries) {
            boolean wanted = entry.comment()
                    ? recording.get().comments()
                    : recording.get().notes();
            if (wanted && !entry.at().isBefore(begun(link)) && !isOurs(entry, settings)) {
                Optional<Duration> held = sayOnce(chat, link, entry);
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Recording> recording(RecordSnapshot record, ChatPlatform chat, Settings settings) {
        return settings.route(record, chat.platform()).map(Route::recording);
    }

    private Optional<Duration> sayOnce(ChatPlatform chat, Standing link, JournalEntry entry) {
        String id = "note:" + link.platform().id() + ":" + link.claim().marker() + ":" + entry.id();
        return switch (tools.events().claim(id, NoteReference.random(random))) {
            case Claim.Done() -> Optional.empty();
            case Claim.Held(Duration left) -> Optional.of(left);
            case Claim.First _ -> said(chat, link, entry, id, false);
            case Claim.Again _ -> said(chat, link, entry, id, true);
        };
    }

    private Optional<Duration> said(
            ChatPlatform chat, Standing link, JournalEntry entry, String id, boolean mayBeThere) {
        String marker = link.claim().marker() + "-note-" + entry.id();
        try {
            if (!mayBeThere || !chat.lines().isSaid(channel(link), link.id().thread(), marker, entry.at())) {
                List<Line> lines = NoteLines.of(entry);
                chat.lines().say(channel(link), link.id().thread(), lines, marker);
                counters.count(Metric.NOTE_SAID, chat.platform().id());
            }
        } catch (Rejected e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a note was not said in {0}: {1}",
                    link.id().inChannel(),
                    e.getMessage());
            counters.count(Metric.NOTE_NOT_SAID, chat.platform().id());
        } catch (OutcomeUnknown e) {
            throw e; // its lease is longer than it takes to settle
        } catch (ExternalFailure e) {
            tools.events().endLease(id);
            throw e;
        }
        tools.events().finish(id);
        return Optional.empty();
    }

    private static Channel channel(Standing link) {
        return link.conversation().channel();
    }
}
