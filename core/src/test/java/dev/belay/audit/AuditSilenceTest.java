package dev.belay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.audit.Audit.Outcome;
import dev.belay.audit.Audit.Start;
import dev.belay.audit.Audit.Whose;
import dev.belay.audit.finding.AuditReport;
import dev.belay.audit.finding.Counted.Asked;
import dev.belay.audit.finding.FindingKind;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.failure.Calls;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.platform.Bearing;
import dev.belay.platform.SeenChannel;
import dev.belay.platform.Survey;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What does not answer holds up nothing else, is tried again, and is said in the end. */
final class AuditSilenceTest {
    private static final Duration RUN = Duration.ofMinutes(5);

    private final Desk desk = new Desk();
    private final List<String> listed = new ArrayList<>();

    /** An error, with a time to come back, as Graph names one: that is no rate limit. */
    private static Unavailable silence() {
        return new Unavailable("slack", "no answer", Optional.of(Duration.ofSeconds(30)));
    }

    /** The workspace, and others of which some do not answer. */
    private class Places implements Survey {
        private final List<String> others;
        private Optional<Supplier<ExternalFailure>> trouble = Optional.empty();
        private String troubled = "other";

        Places(int others) {
            this.others = IntStream.range(0, others).mapToObj(i -> "other-" + i).toList();
        }

        @Override
        public List<String> places(String workspace) {
            List<String> all = new ArrayList<>(others);
            all.addAll(desk.chat.places(workspace));
            return all;
        }

        @Override
        public Page page(String workspace, String place, Optional<String> after) {
            listed.add(place);
            if (place.startsWith(troubled)) {
                trouble.ifPresent(failure -> {
                    throw failure.get();
                });
            }
            if (place.startsWith("other")) {
                return new Page(List.of(), Optional.empty());
            }
            return desk.chat.page(workspace, place, after);
        }

        @Override
        public Optional<SeenChannel> show(Channel channel) {
            return desk.chat.show(channel);
        }

        @Override
        public boolean canBear(Optional<String> thread) {
            return desk.chat.canBear(thread);
        }

        @Override
        public Bearing bearing(Channel channel, Optional<String> thread, String card) {
            return desk.chat.bearing(channel, thread, card);
        }

        @Override
        public Company company(Channel channel, Function<ChatUser, Member> member) {
            return desk.chat.company(channel, member);
        }

        @Override
        public boolean mentions(SeenChannel channel, List<String> words) {
            return desk.chat.mentions(channel, words);
        }
    }

    private Places places(int others, Supplier<ExternalFailure> trouble) {
        Places places = new Places(others);
        places.trouble = Optional.of(trouble);
        desk.survey = places;
        desk.clock.advance(Duration.ofHours(1));
        return places;
    }

    /** Runs of the schedule, until it is over or this time has passed. */
    private Optional<AuditReport> within(Duration time, Supplier<Calls> calls) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(RUN)) {
            Outcome outcome = desk.scheduled(calls.get());
            if (outcome instanceof Outcome.Finished(AuditReport report)) {
                return Optional.of(report);
            }
            desk.clock.advance(RUN);
        }
        return Optional.empty();
    }

    @Test
    void a_place_that_does_not_answer_comes_behind_the_others_and_is_said_after_hours() {
        desk.conversing(1);
        places(2, AuditSilenceTest::silence);
        assertThat(desk.scheduled(Calls.undisturbed())).isInstanceOf(Outcome.Paused.class);
        assertThat(listed).startsWith("other-0", "other-1", "T01ACME").doesNotHaveDuplicates();
        assertThat(within(Duration.ofHours(5), Calls::undisturbed)).isEmpty();
        AuditReport report = within(Duration.ofHours(2), Calls::undisturbed).orElseThrow();
        assertThat(report.of(FindingKind.PLACE_UNREADABLE)).hasSize(2).allSatisfy(found -> assertThat(found.detail())
                .matches("other-[01]: no answer"));
        assertThat(report.shares()).singleElement().satisfies(share -> assertThat(share.live())
                .isOne());
        assertThat(listed.stream().filter("T01ACME"::equals))
                .as("what answered is not listed again")
                .hasSize(1);
    }

    @Test
    void what_answered_meanwhile_lets_the_others_be_waited_for_again() {
        desk.conversing(1);
        Places places = places(2, AuditSilenceTest::silence);
        assertThat(within(Duration.ofHours(5), Calls::undisturbed)).isEmpty();
        places.troubled = "other-0";
        assertThat(within(Duration.ofHours(5), Calls::undisturbed))
                .as("six hours since the outage began")
                .isEmpty();
        AuditReport report = within(Duration.ofHours(2), Calls::undisturbed).orElseThrow();
        assertThat(report.of(FindingKind.PLACE_UNREADABLE))
                .singleElement()
                .satisfies(found -> assertThat(found.detail()).startsWith("other-0"));
    }

    @Test
    void an_answer_to_a_question_lets_the_others_be_waited_for_again() {
        Set<Channel> silent = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            silent.add(desk.conversing(1).conversation().channel());
        }
        desk.clock.advance(Duration.ofHours(1));
        desk.survey = new Places(0) {
            @Override
            public Bearing bearing(Channel channel, Optional<String> thread, String card) {
                if (silent.contains(channel)) {
                    throw silence();
                }
                return super.bearing(channel, thread, card);
            }
        };
        assertThat(within(Duration.ofHours(5), Calls::undisturbed)).isEmpty();
        silent.remove(silent.iterator().next());
        assertThat(within(Duration.ofHours(5), Calls::undisturbed)).isEmpty();
        assertThat(within(Duration.ofHours(2), Calls::undisturbed).orElseThrow().of(FindingKind.PLACE_UNREADABLE))
                .hasSize(1);
    }

    /** Where a token cannot be fetched, the system that does not answer is another one than the platform. */
    @Test
    void a_tenant_whose_tokens_cannot_be_fetched_holds_up_no_other_platform() {
        desk.conversing(1);
        desk.settings = SampleSettings.both();
        Places places = places(0, () -> new Unavailable("entra", "no answer", Optional.of(Duration.ofSeconds(30))));
        places.troubled = "tenant-1";
        AuditReport report = within(Duration.ofHours(7), Calls::undisturbed).orElseThrow();
        assertThat(report.of(FindingKind.PLACE_UNREADABLE)).singleElement().satisfies(found -> {
            assertThat(found.platform()).contains(Platform.TEAMS);
            assertThat(found.detail()).isEqualTo("tenant-1: no answer");
        });
    }

    @Test
    void one_that_answers_again_is_gone_on_with() {
        desk.conversing(1);
        Places places = places(2, AuditSilenceTest::silence);
        assertThat(within(Duration.ofHours(1), Calls::undisturbed)).isEmpty();
        places.trouble = Optional.empty();
        assertThat(within(RUN, Calls::undisturbed).orElseThrow().findings()).isEmpty();
    }

    @Test
    void a_credential_that_is_refused_is_waited_for_by_the_schedule_and_asked_once_a_run() {
        desk.conversing(1);
        Places places = places(3, () -> new CredentialsRefused("slack", "token_revoked"));
        desk.scheduled(Calls.undisturbed());
        assertThat(listed).containsExactly("other-0");
        places.trouble = Optional.empty();
        assertThat(within(RUN, Calls::undisturbed).orElseThrow().findings()).isEmpty();
    }

    @Test
    void a_person_does_not_wait_for_a_credential_nor_long_for_anything() {
        desk.conversing(1);
        desk.whose = Whose.COMMAND;
        places(1, () -> new CredentialsRefused("slack", "token_revoked"));
        Outcome outcome = desk.run(Start.AT_ONCE);
        assertThat(((Outcome.Finished) outcome).report().of(FindingKind.PLACE_UNREADABLE))
                .hasSize(1);
        places(1, AuditSilenceTest::silence);
        outcome = desk.run(Start.AFRESH);
        for (int again = 0; again < 12 && outcome instanceof Outcome.Paused; again++) {
            desk.clock.advance(Duration.ofSeconds(30));
            outcome = desk.run(Start.AT_ONCE);
        }
        assertThat(((Outcome.Finished) outcome).report().of(FindingKind.PLACE_UNREADABLE))
                .hasSize(1);
    }

    @Test
    void an_audit_ends_when_all_was_looked_at_however_long_that_takes() {
        desk.clock.advance(Duration.ofHours(1));
        desk.survey = new Places(1) {
            @Override
            public Page page(String workspace, String place, Optional<String> after) {
                desk.clock.advance(Duration.ofMinutes(2));
                return super.page(workspace, place, after);
            }
        };
        AuditReport report = within(RUN, Calls::undisturbed).orElseThrow();
        assertThat(report.ended()).isEqualTo(desk.clock.instant());
    }

    @Test
    void a_workspace_of_5_000_silent_places_is_asked_a_few_times_in_a_run() {
        places(5_000, AuditSilenceTest::silence);
        desk.scheduled(Calls.undisturbed());
        assertThat(listed).hasSize(3);
    }

    @Test
    void a_question_that_is_not_answered_holds_up_no_other_and_costs_a_finding_in_the_end() {
        Standing first = desk.conversing(1);
        desk.conversing(1);
        desk.opened(1);
        desk.clock.advance(Duration.ofHours(1));
        List<String> asked = new ArrayList<>();
        desk.survey = new Places(0) {
            @Override
            public Bearing bearing(Channel channel, Optional<String> thread, String card) {
                asked.add(channel.id());
                if (channel.equals(first.conversation().channel())) {
                    throw silence();
                }
                return super.bearing(channel, thread, card);
            }
        };
        desk.scheduled(Calls.undisturbed());
        assertThat(asked).hasSize(2);
        AuditReport report = within(Duration.ofHours(7), Calls::undisturbed).orElseThrow();
        assertThat(Desk.kinds(report))
                .containsExactlyInAnyOrder(FindingKind.PLACE_UNREADABLE, FindingKind.NO_CONVERSATION);
    }

    @Test
    void a_workspace_that_is_refused_is_asked_about_one_link_of_many() {
        IntStream.range(0, 10).forEach(_ -> desk.conversing(1));
        desk.clock.advance(Duration.ofHours(1));
        Calls refused = Calls.failing("Survey.bearing", () -> new CredentialsRefused("slack", "token_revoked"));
        desk.scheduled(refused);
        assertThat(refused.names()).containsOnlyOnce("Survey.bearing");
    }

    @Test
    void of_very_many_conversations_some_are_asked_about_each_day_until_all_were() {
        int all = Sample.MOST * 2 + 100;
        IntStream.range(0, all).forEach(_ -> desk.conversing(3));
        desk.clock.advance(Duration.ofHours(1));
        int asked = 0;
        for (int day = 0; day < 3; day++) {
            AuditReport report = within(Duration.ofHours(3), Calls::undisturbed).orElseThrow();
            Asked bearings = report.counted().bearings();
            assertThat(report.findings()).isEmpty();
            assertThat(bearings.all()).isEqualTo(all);
            assertThat(bearings.asked()).isLessThanOrEqualTo(Sample.MOST);
            asked += bearings.asked();
            desk.clock.advance(Duration.ofDays(1));
        }
        assertThat(asked).isEqualTo(all);
    }

    @Test
    void what_the_platform_cannot_tell_costs_no_question() {
        IntStream.range(0, 100).forEach(_ -> desk.conversing(3));
        desk.clock.advance(Duration.ofHours(1));
        desk.survey = new Places(0) {
            @Override
            public boolean canBear(Optional<String> thread) {
                return false;
            }

            @Override
            public Bearing bearing(Channel channel, Optional<String> thread, String card) {
                throw new AssertionError("it was asked");
            }
        };
        AuditReport report = within(RUN, Calls::undisturbed).orElseThrow();
        assertThat(report.counted().bearings()).isEqualTo(new Asked(0, 0));
    }
}
