package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.fuzz.Enumeration;
import dev.belay.local.room.Person;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Messages and notes go both ways at once on both platforms of one record: each arrives once where it belongs, in order, and nothing
 * comes back to where it came from.
 */
final class BothWaysTest {
    private static final int MESSAGES = Enumeration.asked().of(1_000, 150);
    private static final Pattern SAID = Pattern.compile("(slack|teams)-(\\d+)\\b");
    private static final Pattern NOTED = Pattern.compile("noted-(\\d+)\\b");
    private static final List<Person> PEOPLE = List.of(Person.ALICE, Person.BOB, Person.DAVE);

    private final PassingClock clock =
            new PassingClock(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(2))));
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private final Bench slack = Bench.besideBoth(aws, faults, clock, Platform.SLACK);
    private final Bench teams = slack.from(Platform.TEAMS);
    private final Random random = new Random(20261130);

    @AfterEach
    void all_stops() {
        slack.close();
        aws.close();
    }

    @Test
    void interleaved_messages_arrive_once_and_none_comes_back() {
        String incident = slack.open(1, 1, "Checkout down");
        slack.hints();
        teams.hints();
        slack.messages();
        teams.messages();
        int linesBefore = lines(slack, incident).size() + lines(teams, incident).size();
        var toSlack = slack.world().installation().conversationMessage();
        var toTeams = slack.world().installation().conversationMessage();
        Map<String, List<Integer>> sent = Map.of("slack", new ArrayList<>(), "teams", new ArrayList<>());
        List<Integer> noted = new ArrayList<>();
        for (int i = 1; i <= MESSAGES; i++) {
            int number = i;
            switch (random.nextInt(5)) {
                case 0, 1 -> say(slack, incident, "slack", number, sent);
                case 2, 3 -> say(teams, incident, "teams", number, sent);
                default -> {
                    slack.changeAs(incident, Map.of("work_notes", "noted-" + number), "bob");
                    noted.add(number);
                }
            }
            clock.pass(Duration.ofMillis(random.nextInt(1_500)));
            if (random.nextInt(4) == 0) {
                slack.message(toSlack);
                teams.message(toTeams);
            }
            if (random.nextInt(40) == 0) {
                slack.sendHeld(); // what our own writes changed is told of as well
            }
        }
        for (int round = 0; round < 200 && slack.messagesWaiting() + teams.messagesWaiting() > 0; round++) {
            slack.message(toSlack);
            teams.message(toTeams);
            slack.sendHeld();
            clock.pass(Duration.ofSeconds(6));
        }
        slack.messages();
        teams.messages();

        List<String> notes = slack.notes(incident).stream()
                .filter(note -> note.startsWith("Written in "))
                .toList();
        for (String where : List.of("slack", "teams")) {
            assertThat(numbers(notes.stream(), SAID, where)).isEqualTo(sent.get(where));
        }
        assertThat(notes).hasSizeLessThan(MESSAGES - noted.size());
        for (Bench there : List.of(slack, teams)) {
            assertThat(numbers(lines(there, incident).stream(), NOTED, "")).isEqualTo(noted);
            assertThat(lines(there, incident))
                    .noneMatch(line -> SAID.matcher(line).find());
        }
        assertThat(notes).noneMatch(note -> NOTED.matcher(note).find());
        assertThat(lines(slack, incident).size() + lines(teams, incident).size())
                .isEqualTo(linesBefore + 2 * noted.size());
        Set<String> once = new HashSet<>();
        assertThat(slack.notes(incident)).allMatch(once::add);
    }

    private void say(Bench there, String incident, String name, int number, Map<String, List<Integer>> sent) {
        Person person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        there.room().say(person, there.channelOf(incident).id(), "", name + "-" + number);
        Stream.of(sent.get(name)).forEach(list -> list.add(number));
    }

    private static List<String> lines(Bench there, String incident) {
        return there.backstage().lines(there.channelOf(incident).id());
    }

    /** In the order in which they stand; of what was said in one place only. */
    private static List<Integer> numbers(Stream<String> texts, Pattern pattern, String where) {
        return texts.flatMap(text -> pattern.matcher(text).results())
                .filter(found -> where.isEmpty() || found.group(1).equals(where))
                .map(BothWaysTest::last)
                .collect(Collectors.toList());
    }

    private static int last(MatchResult found) {
        return Integer.parseInt(found.group(found.groupCount()));
    }
}
