package dev.belay.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.adopt.Proposal.Begun;
import dev.belay.adopt.Proposal.Safe;
import dev.belay.adopt.Proposal.Unsafe;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.event.Hints;
import dev.belay.event.RecordHint;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.ExternalFailure;
import dev.belay.lease.InMemoryLeases;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLinks;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkStatus;
import dev.belay.link.NewClaim;
import dev.belay.link.SampleLinks;
import dev.belay.platform.InMemoryChat;
import dev.belay.platform.SeenChannel;
import dev.belay.platform.Survey;
import dev.belay.record.Details;
import dev.belay.record.InMemoryRecords;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Records;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A channel is adopted where all speaks for it, and by the same claim as ever. */
final class AdoptionTest {
    private static final String NAME = "sev1-inc0010023-checkout";

    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryChat chat = new InMemoryChat(clock);
    private final InMemoryRecords records = new InMemoryRecords(clock);
    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final Leases leases = new InMemoryLeases(clock);
    private final List<RecordHint> hints = new ArrayList<>();
    private final RecordSnapshot record = Sample.incident();
    private Settings settings = SampleSettings.slack();

    @BeforeEach
    void the_record_is_there() {
        records.put(record);
    }

    private Adoption adoption(Calls calls) {
        return new Adoption(
                new Adoption.Tools(
                        calls.watched(Records.class, records),
                        calls.watched(ConversationLinks.class, links),
                        calls.watched(Leases.class, leases),
                        calls.watched(Hints.class, hints::add)),
                Map.of(Platform.SLACK, chat.platform()),
                settings,
                clock,
                new Random(7));
    }

    private Adoption adoption() {
        return adoption(Calls.undisturbed());
    }

    private Channel foreign(String name) {
        chat.makeForeignChannel(name);
        Optional<String> next = Optional.empty();
        do {
            Survey.Page page = chat.page(InMemoryChat.WORKSPACE, InMemoryChat.WORKSPACE, next);
            Optional<Channel> found = page.channels().stream()
                    .map(SeenChannel::channel)
                    .filter(channel -> channel.name().equals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            next = page.next();
        } while (next.isPresent());
        throw new AssertionError(name);
    }

    private Candidate candidate() {
        Channel channel = foreign(NAME);
        chat.describeByHand(channel, "Checkout is down, INC0010023");
        return new Candidate(channel, record.ref());
    }

    private String unsafe(Candidate candidate) {
        Proposal proposal = adoption().propose(candidate);
        assertThat(proposal).isInstanceOf(Unsafe.class);
        Adopted adopted = adoption().adopt(candidate, "alice");
        assertThat(adopted).isEqualTo(new Adopted.Refused(((Unsafe) proposal).why()));
        assertThat(hints).isEmpty();
        return ((Unsafe) proposal).why();
    }

    private Optional<Claimed> claim() {
        return links.find(new LinkKey(record.ref(), Platform.SLACK)).map(Claimed.class::cast);
    }

    @Test
    void where_all_speaks_for_it_it_says_why_and_proposing_changes_nothing() {
        Safe safe = (Safe) adoption().propose(candidate());
        assertThat(safe.reasons())
                .anyMatch(reason -> reason.startsWith("U01BOB, a full member, made it on "))
                .anyMatch(reason -> reason.contains("mentions INC0010023"))
                .contains("it is not shared with another organization", "people in it: 1; guests among them: none");
        assertThat(claim()).isEmpty();
        assertThat(hints).isEmpty();
    }

    @Test
    void the_record_is_claimed_with_its_channel_and_the_worker_is_told() {
        Candidate candidate = candidate();
        assertThat(adoption().adopt(candidate, "alice"))
                .isEqualTo(new Adopted.Claimed(new LinkKey(record.ref(), Platform.SLACK)));
        Claimed claim = claim().orElseThrow();
        assertThat(claim.status()).isEqualTo(LinkStatus.PROVISIONING);
        assertThat(claim.channel()).contains(candidate.channel());
        assertThat(claim.placement().isDedicated()).isTrue();
        assertThat(claim.claim().leaseUntil()).as("a worker may go on at once").isEqualTo(clock.instant());
        assertThat(hints).extracting(RecordHint::record).containsExactly(record.ref());
    }

    @Test
    void a_channel_of_a_record_that_was_opened_before_we_began_is_adopted_too() {
        settings = SampleSettings.startingAt(Sample.OPENED.plus(Duration.ofDays(1)));
        assertThat(adoption().propose(candidate())).isInstanceOf(Safe.class);
    }

    @Test
    void what_was_adopted_before_is_told_again_and_claimed_once() {
        Candidate candidate = candidate();
        adoption().adopt(candidate, "alice");
        Claimed first = claim().orElseThrow();
        clock.advance(Duration.ofMinutes(5));
        assertThat(adoption().propose(candidate)).isEqualTo(new Begun(candidate));
        assertThat(adoption().adopt(candidate, "bob")).isInstanceOf(Adopted.Again.class);
        assertThat(claim()).contains(first);
        assertThat(hints).hasSize(2);
    }

    @Test
    void an_archived_channel_is_not_adopted() {
        Candidate candidate = candidate();
        chat.archiveByHand(candidate.channel());
        assertThat(unsafe(candidate)).startsWith("it is archived");
    }

    @Test
    void a_channel_that_outsiders_are_in_is_not_adopted() {
        chat.makeOutsideChannel("inc0010023-partners");
        Channel outside =
                chat.page(InMemoryChat.WORKSPACE, InMemoryChat.WORKSPACE, Optional.empty()).channels().stream()
                        .map(SeenChannel::channel)
                        .filter(channel -> channel.name().endsWith("partners"))
                        .findFirst()
                        .orElseThrow();
        assertThat(unsafe(new Candidate(outside, record.ref()))).startsWith("people of another workspace");
    }

    @Test
    void a_channel_that_we_are_not_in_or_that_is_gone_is_not_adopted() {
        Candidate candidate = candidate();
        chat.removeApp(candidate.channel());
        assertThat(unsafe(candidate)).startsWith("our app is not in it");
        chat.deleteByHand(candidate.channel());
        assertThat(unsafe(candidate)).isEqualTo("it is not shown to us");
    }

    @Test
    void a_channel_that_mentions_the_record_nowhere_is_not_adopted() {
        Candidate candidate = candidate();
        chat.describeByHand(candidate.channel(), "Lunch");
        assertThat(unsafe(candidate)).startsWith("nothing in it mentions INC0010023");
    }

    @Test
    void a_channel_whose_name_speaks_of_another_record_is_not_adopted() {
        Channel other = foreign("inc0010024-checkout");
        chat.describeByHand(other, "INC0010023");
        assertThat(unsafe(new Candidate(other, record.ref()))).isEqualTo("its name does not speak of INC0010023");
    }

    @ParameterizedTest
    @EnumSource(
            value = Member.Standing.class,
            names = {"GUEST", "STRANGER"})
    void a_channel_that_no_member_made_is_not_adopted(Member.Standing standing) {
        Candidate candidate = candidate();
        ChatUser bob = new ChatUser(Platform.SLACK, InMemoryChat.WORKSPACE, "U01BOB");
        chat.add(new Member(bob, standing, "Bob", Optional.empty()));
        assertThat(unsafe(candidate)).containsAnyOf("a guest made it", "somebody whom we do not know");
    }

    @Test
    void of_a_maker_who_has_left_it_says_what_nobody_can_tell() {
        Candidate candidate = candidate();
        ChatUser bob = new ChatUser(Platform.SLACK, InMemoryChat.WORKSPACE, "U01BOB");
        chat.add(new Member(bob, Member.Standing.DEACTIVATED, "Bob", Optional.empty()));
        assertThat(((Safe) adoption().propose(candidate)).reasons())
                .anyMatch(reason -> reason.endsWith("; whether they were a guest nobody tells any more"));
    }

    @Test
    void guests_in_it_are_counted_for_the_person_who_decides() {
        Candidate candidate = candidate();
        chat.join(candidate.channel(), chat.person(Member.Standing.GUEST));
        chat.join(candidate.channel(), chat.person(Member.Standing.STRANGER));
        assertThat(((Safe) adoption().propose(candidate)).reasons())
                .contains("people in it: 3; guests among them: 2, who will see all that is said of the record");
    }

    @Test
    void what_is_over_costs_the_platform_no_question() {
        Candidate candidate = candidate();
        records.put(record.with(record.life().in(RecordState.RESOLVED)));
        int before = chat.calls();
        unsafe(candidate);
        assertThat(chat.calls()).isEqualTo(before);
    }

    @Test
    void a_record_that_is_over_or_not_shown_is_not_given_a_channel() {
        Candidate candidate = candidate();
        records.put(record.with(record.life().in(RecordState.RESOLVED)));
        assertThat(unsafe(candidate)).isEqualTo("INC0010023 is Resolved");
        assertThat(unsafe(new Candidate(candidate.channel(), new SampleLinks(3).record())))
                .isEqualTo("its record is not shown to us");
    }

    @Test
    void a_record_that_gets_no_channel_of_its_own_is_given_none() {
        Candidate candidate = candidate();
        records.put(record.prioritized(4));
        assertThat(unsafe(candidate)).startsWith("the settings give INC0010023 no channel of its own");
    }

    @Test
    void a_private_record_never_comes_into_a_public_channel() {
        settings = SampleSettings.confidential();
        assertThat(unsafe(candidate())).startsWith("the settings give INC0010023 no channel of its own");
    }

    @Test
    void a_record_that_names_another_channel_is_not_given_this_one() {
        Candidate candidate = candidate();
        records.put(record.with(Details.conversations(Map.of("slack", "C0OTHER"))));
        assertThat(unsafe(candidate)).startsWith("the record's field names another channel");
        records.put(record.with(
                Details.conversations(Map.of("slack", candidate.channel().id()))));
        assertThat(adoption().propose(candidate)).isInstanceOf(Safe.class);
    }

    @Test
    void a_record_or_a_conversation_that_belongs_to_a_link_is_left_alone() {
        Candidate candidate = candidate();
        links.rebind(
                new ConversationId(
                        Platform.SLACK,
                        InMemoryChat.WORKSPACE,
                        candidate.channel().id(),
                        Optional.empty()),
                new SampleLinks(3).record());
        assertThat(unsafe(candidate)).startsWith("it is the conversation of incident:");
    }

    @Test
    void a_record_with_a_claim_of_its_own_is_left_alone() {
        Candidate candidate = candidate();
        Claimed other = new NewClaim(clock, new Random(9))
                .on(
                        new LinkKey(record.ref(), Platform.SLACK),
                        new SampleLinks(3).dedicated().placement());
        links.claim(other);
        assertThat(unsafe(candidate)).isEqualTo("the record has a conversation: it is being made");
        assertThat(claim()).contains(other);
    }

    @Test
    void of_several_channels_of_one_record_none_is_proposed() {
        Candidate one = candidate();
        Channel second = foreign("inc0010023-too");
        chat.describeByHand(second, "INC0010023");
        List<Candidate> all = List.of(one, new Candidate(second, record.ref()));
        assertThat(all).allSatisfy(candidate -> {
            Unsafe unsafe = (Unsafe) adoption().propose(candidate, all);
            assertThat(unsafe.why()).startsWith("several channels speak of the same record");
            assertThat(unsafe.reasons()).as("so that a person can choose").hasSizeGreaterThan(3);
        });
    }

    @Test
    void another_who_claims_in_the_last_moment_wins() {
        Candidate candidate = candidate();
        Claimed other = new NewClaim(clock, new Random(9))
                .on(
                        new LinkKey(record.ref(), Platform.SLACK),
                        new SampleLinks(3).dedicated().placement());
        Calls calls = Calls.interrupted("ConversationLinks.claim", () -> links.claim(other));
        assertThat(adoption(calls).adopt(candidate, "alice"))
                .isEqualTo(new Adopted.Refused("the record was claimed by somebody else just now"));
        assertThat(claim()).contains(other);
        assertThat(hints).isEmpty();
    }

    @Test
    void one_adopts_at_a_time() {
        Candidate candidate = candidate();
        leases.acquire("adoption", "bob", Duration.ofMinutes(1));
        assertThat(adoption().adopt(candidate, "alice")).isInstanceOf(Adopted.Refused.class);
        assertThat(claim()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"KILLED_BEFORE", "KILLED_AFTER", "UNAVAILABLE"})
    void wherever_it_ends_running_it_again_adopts_it_once(Ending ending) {
        Candidate candidate = candidate();
        Calls whole = Calls.undisturbed();
        adoption(whole).adopt(candidate, "alice");
        assertThat(whole.names()).hasSizeGreaterThan(5);
        List<Optional<Channel>> adopted = IntStream.rangeClosed(1, whole.names().size())
                .mapToObj(number -> again(candidate, number, ending))
                .toList();
        assertThat(adopted).allMatch(channel -> channel.equals(Optional.of(candidate.channel())));
    }

    private Optional<Channel> again(Candidate candidate, int number, Ending ending) {
        links.forget(new LinkKey(record.ref(), Platform.SLACK));
        hints.clear();
        try {
            adoption(Calls.ending(number, ending)).adopt(candidate, "alice");
        } catch (Calls.Killed | ExternalFailure _) {
            // as told
        }
        clock.advance(Duration.ofMinutes(2));
        assertThat(adoption().adopt(candidate, "alice")).isNotInstanceOf(Adopted.Refused.class);
        assertThat(hints).isNotEmpty();
        return claim().flatMap(Claimed::channel);
    }
}
