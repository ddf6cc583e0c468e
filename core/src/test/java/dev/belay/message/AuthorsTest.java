package dev.belay.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.failure.Calls;
import dev.belay.failure.Rejected;
import dev.belay.message.RecordMessages.Outcome;
import dev.belay.person.UserMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A note names who wrote each message and who is mentioned in it, and asks for each of them once in 30 days. */
final class AuthorsTest {
    private final Talk talk = new Talk();

    @Test
    void guests_strangers_and_the_unmapped_keep_their_names_in_chat_and_it_says_so() {
        talk.person("U01GUEST", "Gus Guest", Member.Standing.GUEST, "jane@acme.example");
        talk.person("U01OTHER", "Otto Other", Member.Standing.STRANGER, "jane@acme.example");
        talk.person("U01DAVE", "Dave", Member.Standing.FULL, "dave@acme.example");
        talk.person("U01BOT", "A bot", Member.Standing.BOT, "bot@acme.example");
        talk.record(
                talk.said(talk.own(), "U01GUEST", "a"),
                talk.said(talk.own(), "U01OTHER", "b"),
                talk.said(talk.own(), "U01DAVE", "c"),
                talk.said(talk.own(), "U01BOT", "d"),
                talk.said(talk.own(), "U01NOBODY", "e"));
        String note = talk.noted(talk.incident).getFirst();
        assertThat(note)
                .contains("Gus Guest (outside): a", "Otto Other (outside): b", "Dave (not known in ServiceNow): c")
                .contains("U01NOBODY (outside): e")
                .doesNotContain("A bot", "Jane Doe");
    }

    @Test
    void people_and_links_in_a_message_become_words() {
        talk.person("U01BOB", "Bob Baker", Member.Standing.FULL, "bob@acme.example");
        ChatMessage base = talk.said("");
        ChatMessage message = new ChatMessage(
                base.eventId(),
                base.kind(),
                base.at(),
                base.id(),
                base.author(),
                List.of(
                        new TextPart.Words("Ask "),
                        new TextPart.Mention("U01BOB", Optional.empty()),
                        new TextPart.Words(" or "),
                        new TextPart.Mention("29:x", Optional.of("Ann Lee")),
                        new TextPart.Words(": "),
                        new TextPart.Link("https://wiki.example/a", "the page"),
                        new TextPart.Words(" "),
                        new TextPart.Link("https://wiki.example/b", "")),
                "",
                base.writtenAt(),
                base.acceptedAt());
        talk.record(message);
        assertThat(talk.noted(talk.incident).getFirst())
                .endsWith("Ask @Bob Baker or @Ann Lee: the page (https://wiki.example/a) https://wiki.example/b");
    }

    @Test
    void who_is_remembered_is_not_asked_for_again_for_30_days() {
        talk.record(talk.said("One"));
        int calls = talk.chat.calls();
        for (int day = 0; day < 29; day++) {
            talk.clock.advance(Duration.ofDays(1));
            talk.record(talk.said("Day " + day));
        }
        assertThat(talk.chat.calls()).isEqualTo(calls);
        talk.clock.advance(Duration.ofDays(2));
        talk.record(talk.said("Later"));
        assertThat(talk.chat.calls()).isEqualTo(calls + 1);
    }

    @Test
    void nobody_costs_more_than_one_profile_and_one_look_up_in_30_days_whoever_they_are() {
        talk.person("U01DAVE", "Dave", Member.Standing.FULL, "dave@acme.example");
        talk.person("U01GUEST", "Gus", Member.Standing.GUEST, "gus@acme.example");
        talk.person("U01OTHER", "Otto", Member.Standing.STRANGER, "otto@other.example");
        for (String who : List.of("U01JANE", "U01DAVE", "U01GUEST", "U01OTHER")) {
            Calls calls = Calls.undisturbed();
            for (int i = 0; i < 20; i++) {
                talk.clock.advance(Duration.ofHours(35));
                ChatMessage message = talk.said(talk.own(), who, "m" + i);
                talk.clock.advance(RecordMessages.GATHERED);
                talk.recorder(calls).record(List.of(message), talk.platform(calls), talk.settings());
            }
            assertThat(calls.names()).as(who).containsOnlyOnce("People.member");
            assertThat(calls.names().stream().filter("Directory.activeWithEmail"::equals))
                    .as(who)
                    .hasSize(who.equals("U01JANE") || who.equals("U01DAVE") ? 1 : 0);
        }
        assertThat(talk.noted(talk.incident).toString())
                .contains("Jane Doe: m19", "Dave (not known in ServiceNow): m19", "Gus (outside): m19");
    }

    @Test
    void who_is_mentioned_is_asked_for_in_chat_alone_and_not_again_when_they_write() {
        talk.person("U01BOB", "Bob Baker", Member.Standing.FULL, "bob@acme.example");
        ChatMessage base = talk.said("");
        ChatMessage mention = talk.edited(base, List.of(new TextPart.Mention("U01BOB", Optional.empty())))
                .as(ChatMessage.Kind.WRITTEN);
        Calls calls = Calls.undisturbed();
        talk.clock.advance(RecordMessages.GATHERED);
        talk.recorder(calls).record(List.of(mention), talk.platform(calls), talk.settings());
        assertThat(talk.users.named(new ChatUser(Platform.SLACK, Talk.WORKSPACE, "U01BOB")))
                .contains(new UserMap.Named(
                        Optional.empty(), "bob@acme.example", new UserMap.Seen("Bob Baker", Member.Standing.FULL)));
        ChatMessage written = talk.said(talk.own(), "U01BOB", "Here");
        talk.clock.advance(RecordMessages.GATHERED);
        talk.recorder(calls).record(List.of(written), talk.platform(calls), talk.settings());
        assertThat(talk.noted(talk.incident).getFirst()).contains("Jane Doe: @Bob Baker");
        assertThat(talk.noted(talk.incident).getLast()).contains("Bob Baker (not known in ServiceNow): Here");
        assertThat(calls.names().stream().filter("People.member"::equals))
                .as("Jane and Bob, once each")
                .hasSize(2);
        assertThat(calls.names().stream().filter("Directory.activeWithEmail"::equals))
                .hasSize(2);
    }

    @Test
    void an_author_whom_the_platform_refuses_to_show_is_no_stranger_for_that() {
        ChatMessage message = talk.said("One");
        talk.chat.refuseNextLookUp(new Rejected("slack", "users.info: missing_scope"));
        assertThat(talk.record(message).get(message)).isInstanceOf(Outcome.Failed.class);
        assertThat(talk.noted(talk.incident)).isEmpty();
        talk.record(message);
        assertThat(talk.noted(talk.incident)).singleElement().asString().contains("Jane Doe: One");
    }
}
