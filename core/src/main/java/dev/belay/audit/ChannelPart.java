package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Agenda;
import dev.belay.audit.journal.Progress.Place;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.platform.SeenChannel;
import dev.belay.platform.Survey;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import dev.belay.team.LinksInChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goes through all channels: keeps which there are, and finds those that belong to no link. */
final class ChannelPart {
    private final ConversationLinks links;
    private final ChangedRecords records;
    private final AuditJournal journal;
    private final Run run;
    private final Turns<Place> turns;

    /** @param agenda where the places are kept that are to be listed */
    ChannelPart(ConversationLinks links, ChangedRecords records, AuditJournal journal, Agenda agenda, Run run) {
        this.links = links;
        this.records = records;
        this.journal = journal;
        this.run = run;
        List<Place> places =
                agenda.pages(journal).flatMap(page -> page.places().stream()).toList();
        this.turns = new Turns<>(places, place -> new Turns.Where(place.platform(), place.workspace()), run);
    }

    /** Lists one page. */
    Progress step(Progress progress) {
        if (turns.isOver(progress)) {
            return progress.in(Stage.LINKS, Agenda.of(progress.pages(), progress.pages()));
        }
        return turns.next(progress, 1).stream()
                .findFirst()
                .map(item -> listed(progress, item))
                .orElseGet(() -> givenUp(progress));
    }

    private Progress givenUp(Progress progress) {
        return turns.givenUp(progress)
                .map(item -> unreadable(
                        progress,
                        item,
                        run.said(turns.item(item).platform(), turns.item(item).workspace())))
                .orElseGet(() -> turns.waiting(progress));
    }

    private Progress listed(Progress progress, int item) {
        Place place = turns.item(item);
        return run.chat(place.platform())
                .map(chat -> listed(progress, item, chat.survey()))
                .orElseGet(() -> unreadable(progress, item, "the platform is not set up any more"));
    }

    private Progress listed(Progress progress, int item, Survey survey) {
        Place place = turns.item(item);
        Survey.Page page;
        try {
            page = survey.page(place.workspace(), place.id(), progress.cursor(item));
        } catch (Unavailable | CredentialsRefused e) {
            if (turns.isSilence(item, e)) {
                return turns.silent(progress, item, e);
            }
            if (e instanceof Unavailable) {
                throw e;
            }
            return unreadable(progress, item, e.said());
        } catch (Rejected e) {
            return unreadable(progress, item, e.said());
        }
        return kept(progress, item, page);
    }

    private Progress kept(Progress progress, int item, Survey.Page page) {
        int kept = 0;
        List<SeenChannel> all = page.channels();
        for (int from = 0; from < all.size(); from += AuditJournal.PAGE) {
            List<SeenChannel> some = all.subList(from, Math.min(all.size(), from + AuditJournal.PAGE));
            journal.store(progress.pages() + kept, page(turns.item(item), some));
            kept++;
        }
        Progress behind =
                page.next().map(cursor -> progress.within(item, cursor)).orElseGet(() -> progress.behind(item));
        return behind.answered().kept(kept, progress.counted().channels(all.size()));
    }

    private Progress unreadable(Progress progress, int item, String why) {
        Place place = turns.item(item);
        AuditFinding finding = AuditFinding.of(FindingKind.PLACE_UNREADABLE, place.id() + ": " + why)
                .on(place.platform());
        journal.store(progress.pages(), AuditPage.of(List.of(finding), place));
        return progress.behind(item).kept(1, progress.counted());
    }

    private AuditPage page(Place place, List<SeenChannel> some) {
        return AuditPage.listed(
                place,
                ids(some, traits -> !traits.archived() && traits.joined()),
                ids(some, SeenChannel.Traits::archived),
                unlinked(some.stream().filter(this::isSuspicious).toList()));
    }

    private static List<String> ids(List<SeenChannel> some, Predicate<SeenChannel.Traits> wanted) {
        return some.stream()
                .filter(seen -> wanted.test(seen.traits()))
                .map(seen -> seen.channel().id())
                .toList();
    }

    /** One that may belong to a record, where no link says so. */
    private boolean isSuspicious(SeenChannel seen) {
        Channel channel = seen.channel();
        boolean speaks = seen.origin().ours()
                || seen.origin().mark().isPresent()
                || !NamedRecord.all(channel.name()).isEmpty();
        return speaks
                && !seen.traits().archived()
                && run.isSettled(seen.origin().at())
                && !isKnown(channel, run.settings())
                && links.recordOf(own(channel)).isEmpty();
    }

    private static ConversationId own(Channel channel) {
        return new ConversationId(channel.platform(), channel.workspace(), channel.id(), Optional.empty());
    }

    private static boolean isKnown(Channel channel, Settings settings) {
        return LinksInChannel.isShared(channel.platform(), channel.workspace(), channel.id(), settings)
                || settings.operations().stream().anyMatch(other -> other.id().equals(channel.id()));
    }

    private List<AuditFinding> unlinked(List<SeenChannel> suspicious) {
        Map<String, RecordSnapshot> named = named(suspicious);
        List<AuditFinding> found = new ArrayList<>();
        for (SeenChannel seen : suspicious) {
            List<RecordSnapshot> there = NamedRecord.all(seen.channel().name()).stream()
                    .flatMap(number -> Stream.ofNullable(named.get(number.value())))
                    .toList();
            if (there.stream().noneMatch(record -> isBeingMade(seen.channel(), record))) {
                finding(seen, there).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<AuditFinding> finding(SeenChannel seen, List<RecordSnapshot> named) {
        boolean ours = seen.origin().ours()
                || named.stream().anyMatch(record -> isMadeFor(seen.origin(), record.ref(), seen.channel()));
        boolean marked = seen.origin().mark().isPresent();
        if (named.isEmpty() && !ours && !marked) {
            return Optional.empty();
        }
        FindingKind kind = ours || named.isEmpty() ? FindingKind.CHANNEL_UNLINKED : FindingKind.NAME_BOUND;
        String hint = marked && !ours ? "; it bears a mark like ours, which anybody may write" : "";
        AuditFinding found = AuditFinding.of(kind, speaksOf(named) + hint).in(seen.channel());
        return Optional.of(named.size() == 1 ? found.about(named.getFirst().ref()) : found);
    }

    /** A mark proves something where it is that of a claim on the record that the name speaks of. */
    private boolean isMadeFor(SeenChannel.Origin origin, RecordRef record, Channel channel) {
        return origin.mark().isPresent()
                && links(record, channel)
                        .map(link -> link.claim().marker())
                        .anyMatch(origin.mark().get()::equals);
    }

    private Stream<ConversationLink> links(RecordRef record, Channel channel) {
        LinkKey key = new LinkKey(record, channel.platform());
        return Stream.of(key, key.next()).map(links::find).flatMap(Optional::stream);
    }

    private static String speaksOf(List<RecordSnapshot> named) {
        if (named.isEmpty()) {
            return "its name speaks of no record that we can read";
        }
        String numbers = named.stream().map(RecordSnapshot::number).collect(Collectors.joining(" and of "));
        return "its name speaks of " + numbers + (named.size() > 1 ? ": whose it is, it does not say" : "");
    }

    /** A claim knows its channel before the conversation is bound. */
    private boolean isBeingMade(Channel channel, RecordSnapshot record) {
        return links(record.ref(), channel).anyMatch(link -> isOn(link, channel));
    }

    private static boolean isOn(ConversationLink link, Channel channel) {
        return link instanceof Claimed claimed
                && claimed.channel()
                        .filter(own -> own.id().equals(channel.id()))
                        .isPresent();
    }

    private Map<String, RecordSnapshot> named(List<SeenChannel> suspicious) {
        Set<String> numbers = new TreeSet<>();
        suspicious.forEach(
                seen -> NamedRecord.all(seen.channel().name()).forEach(number -> numbers.add(number.value())));
        Map<String, RecordSnapshot> named = new HashMap<>();
        List<String> all = List.copyOf(numbers);
        for (int from = 0; from < all.size(); from += ChangedRecords.PAGE) {
            Set<RecordNumber> some = new HashSet<>();
            all.subList(from, Math.min(all.size(), from + ChangedRecords.PAGE))
                    .forEach(number -> some.add(new RecordNumber(number)));
            new TreeSet<>(run.settings().routedTables()).forEach(table -> records.numbered(table, some)
                    .forEach(record -> named.put(record.number(), record)));
        }
        return named;
    }
}
