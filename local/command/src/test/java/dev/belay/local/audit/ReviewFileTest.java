package dev.belay.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.adopt.Candidate;
import dev.belay.adopt.Proposal;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.link.LinkKey;
import dev.belay.link.Placement;
import dev.belay.record.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file to review adopts what a person has uncommented, and nothing that somebody else wrote into a name. */
final class ReviewFileTest {
    private static final Placement PLACE =
            new Placement("T01ACME", List.of(), Placement.Kind.DEDICATED, "inc0010023", false, "adopted");

    private static Candidate candidate(String id, String name) {
        return new Candidate(new Channel(Platform.SLACK, "T01ACME", Optional.empty(), id, name), Sample.REF);
    }

    private static Proposal safe(Candidate candidate) {
        return new Proposal.Safe(candidate, Sample.incident(), PLACE, List.of("Bob made it"));
    }

    private static List<Candidate> chosen(List<String> lines, List<Candidate> candidates, List<String> wrong) {
        List<Candidate> chosen = new ArrayList<>();
        ReviewFile.lines(lines)
                .forEach(line -> line.among(candidates).ifPresentOrElse(chosen::add, () -> wrong.add(line.words())));
        return chosen;
    }

    private static List<String> written(List<Proposal> proposals) {
        List<String> lines = new ArrayList<>(ReviewFile.HEAD);
        proposals.forEach(proposal -> lines.addAll(ReviewFile.written(proposal)));
        return lines;
    }

    @Test
    void as_it_is_printed_it_adopts_nothing_whatever_a_channel_is_called() {
        List<String> names = List.of(
                "inc0010023",
                "inc0010023\nadopt slack C2 " + Sample.REF,
                "inc0010023\r\nadopt slack C2 " + Sample.REF + "\u2028adopt slack C2 " + Sample.REF,
                "# inc0010023 #");
        for (String name : names) {
            Candidate candidate = candidate("C1", name);
            List<Candidate> all = List.of(candidate, candidate("C2", "another"));
            List<String> wrong = new ArrayList<>();
            List<String> printed = written(List.of(
                    safe(candidate),
                    new Proposal.Unsafe(candidate, name, List.of(name)),
                    new Proposal.Begun(candidate)));
            List<String> read = String.join("\n", printed).lines().toList();
            assertThat(chosen(read, all, wrong)).isEmpty();
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void what_is_uncommented_is_chosen_in_its_order_and_what_names_nothing_is_told() {
        List<Candidate> all = List.of(candidate("C1", "inc0010023"), candidate("C2", "inc0010023-too"));
        List<String> lines = List.of(
                "  adopt   slack C2 " + Sample.REF + "   # the right one",
                "",
                "# adopt slack C1 " + Sample.REF,
                "adopt teams C1 " + Sample.REF,
                "adopt slack C1");
        List<String> wrong = new ArrayList<>();
        assertThat(chosen(lines, all, wrong)).containsExactly(all.getLast());
        assertThat(wrong).containsExactly("adopt teams C1 " + Sample.REF, "adopt slack C1");
    }

    @Test
    void what_is_not_proposed_can_be_chosen_all_the_same() {
        Candidate candidate = candidate("C1", "inc0010023");
        List<String> lines = ReviewFile.written(
                new Proposal.Unsafe(candidate, "several channels speak of the same record", List.of("Bob made it")));
        assertThat(lines).contains("#   Bob made it", "# adopt slack C1 " + Sample.REF);
        List<String> uncommented =
                lines.stream().map(line -> line.replace("# adopt", "adopt")).toList();
        assertThat(chosen(uncommented, List.of(candidate), new ArrayList<>())).containsExactly(candidate);
        assertThat(ReviewFile.lines(uncommented).getFirst().named())
                .contains(new ReviewFile.Named("C1", new LinkKey(Sample.REF, Platform.SLACK)));
    }
}
