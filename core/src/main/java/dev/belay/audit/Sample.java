package dev.belay.audit;

import dev.belay.audit.finding.Counted;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Question;
import dev.belay.chat.Platform;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which questions one audit asks: all where they are few, else some of each kind and platform, other ones each day, until all were
 * asked. It is the same for each run of an audit. What was seen to be wrong comes first.
 */
final class Sample {
    /** About so many of a kind on a platform: at twenty in five minutes, two hours of a day. */
    static final int MOST = 500;

    private final List<Question> all;
    private final List<Question> asked;

    private record Kind(Question.Of of, Platform platform) {}

    private Sample(List<Question> all, long day) {
        this.all = all;
        Map<Kind, List<Question>> kinds = all.stream()
                .collect(Collectors.groupingBy(
                        question -> new Kind(question.of(), question.link().platform())));
        this.asked = Stream.of(Question.Of.values())
                .flatMap(of -> Stream.of(Platform.values()).map(platform -> new Kind(of, platform)))
                .map(kind -> some(kinds.getOrDefault(kind, List.of()), day))
                .flatMap(Collection::stream)
                .toList();
    }

    /** Of the questions that were kept while the links were compared. */
    static Sample of(AuditJournal journal, Progress progress) {
        List<Question> all = progress.agenda()
                .pages(journal)
                .flatMap(page -> page.questions().stream())
                .toList();
        return new Sample(
                all, progress.began().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay());
    }

    private static List<Question> some(List<Question> all, long day) {
        int days = (all.size() + MOST - 1) / MOST;
        return days < 2
                ? all
                : all.stream()
                        .filter(question -> Math.floorMod(
                                        question.link().record().sysId().value().hashCode() + day, (long) days)
                                == 0)
                        .toList();
    }

    List<Question> questions() {
        return asked;
    }

    /** With how many there were to be asked. */
    Counted counted(Counted before) {
        int looks = (int) all.stream()
                .filter(question -> question.of() == Question.Of.CHANNEL)
                .count();
        return before.looks(looks, 0).bearings(all.size() - looks, 0);
    }
}
