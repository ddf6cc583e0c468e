package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Place;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.platform.SeenChannel;
import dev.belay.platform.Survey;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.record.RecordNumber;
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
import java.util.stream.Stream;

/** Goes through all channels: keeps which there are, and finds those that belong to no link. */
final class ChannelPart {
    private final ConversationLinks links;
    private final ChangedRecords records;
    private final AuditJournal journal;
    private final Run run;

    ChannelPart(ConversationLinks links, ChangedRecords records, AuditJournal journal, Run run) {
        this.links = links;
        this.records = records;
        this.journal = journal;
        this.run = run;
    }

    /** Lists one page. */
    Progress step(Progress progress) {
        if (progress.at() >= progress.places().size()) {
            return progress.in(Stage.LINKS);
        }
        Place place = progress.places().get(progress.at());
        return run.chat(place.platform())
                .map(chat -> listed(progress, place, chat.survey()))
                .orElseGet(() -> unreadable(progress, place, "the platform is not set up any more"));
    }

    private Progress listed(Progress progress, Place place, Survey survey) {
        Survey.Page page;
        try {
            page = survey.page(place.workspace(), place.id(), progress.cursor());
        } catch (Rejected | CredentialsRefused e) {
            return unreadable(progress, place, e.said());
        }
        return kept(progress, place, page);
    }

    private Progress kept(Progress progress, Place place, Survey.Page page) {
        int kept = 0;
        List<SeenChannel> all = page.channels();
        for (int from = 0; from < all.size(); from += AuditJournal.PAGE) {
            List<SeenChannel> some = all.subList(from, Math.min(all.size(), from + AuditJournal.PAGE));
            journal.store(progress.pages() + kept, page(place, some));
            kept++;
        }
        int then = page.next().isPresent() ? progress.at() : progress.at() + 1;
        return progress.behind(kept, then, page.next(), progress.counted().channels(all.size()));
    }

    private Progress unreadable(Progress progress, Place place, String why) {
        AuditFinding finding = AuditFinding.of(FindingKind.PLACE_UNREADABLE, place.id() + ": " + why)
                .on(place.platform());
        journal.store(progress.pages(), AuditPage.of(List.of(finding)));
        return progress.behind(1, progress.at() + 1, Optional.empty(), progress.counted());
    }

    private AuditPage page(Place place, List<SeenChannel> some) {
        return new AuditPage(
                Optional.of(place),
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
        boolean speaks = seen.origin().ours() || NamedRecord.in(channel.name()).isPresent();
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
            Optional<RecordSnapshot> record = NamedRecord.in(seen.channel().name())
                    .flatMap(number -> Optional.ofNullable(named.get(number.value())));
            finding(seen, record).ifPresent(found::add);
        }
        return found;
    }

    private Optional<AuditFinding> finding(SeenChannel seen, Optional<RecordSnapshot> record) {
        if (record.isEmpty()) {
            return seen.origin().ours()
                    ? Optional.of(AuditFinding.of(
                                    FindingKind.CHANNEL_UNLINKED, "its name speaks of no record that we can read")
                            .in(seen.channel()))
                    : Optional.empty();
        }
        FindingKind kind = seen.origin().ours() ? FindingKind.CHANNEL_UNLINKED : FindingKind.NAME_BOUND;
        return isBeingMade(seen.channel(), record.get())
                ? Optional.empty()
                : Optional.of(AuditFinding.of(
                                kind, "its name speaks of " + record.get().number())
                        .in(seen.channel())
                        .about(record.get().ref()));
    }

    /** A claim knows its channel before the conversation is bound. */
    private boolean isBeingMade(Channel channel, RecordSnapshot record) {
        LinkKey key = new LinkKey(record.ref(), channel.platform());
        return Stream.of(key, key.next())
                .map(links::find)
                .flatMap(Optional::stream)
                .anyMatch(link -> isOn(link, channel));
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
                seen -> NamedRecord.in(seen.channel().name()).ifPresent(number -> numbers.add(number.value())));
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
