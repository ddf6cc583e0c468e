package dev.belay.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.event.TokenEvent;
import dev.belay.event.TokenEvent.Kind;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkStatus;
import dev.belay.link.SampleLinks;
import dev.belay.record.Sample;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What our app's removal from a workspace ends. */
final class EndUninstalledTest {
    private final SampleLinks sample = new SampleLinks(7);
    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final EndUninstalled end = new EndUninstalled(links);
    private final Standing ready = finished();
    private final Standing archived = finished();

    @Test
    void what_is_ready_there_is_cut_off_and_what_ended_before_stays_as_it_was() {
        links.transition(archived, LinkStatus.READY, LinkStatus.ARCHIVED);
        end.apply(event(Kind.APP_UNINSTALLED), Set.of(SampleLinks.WORKSPACE));
        end.apply(event(Kind.APP_UNINSTALLED), Set.of(SampleLinks.WORKSPACE));
        assertThat(status(ready)).isEqualTo(LinkStatus.APP_REMOVED);
        assertThat(status(archived)).isEqualTo(LinkStatus.ARCHIVED);
    }

    @Test
    void a_token_that_was_revoked_takes_our_bot_out_of_no_channel() {
        end.apply(event(Kind.TOKEN_REVOKED), Set.of(SampleLinks.WORKSPACE));
        assertThat(status(ready)).isEqualTo(LinkStatus.READY);
    }

    @Test
    void another_workspace_stays_as_it_is() {
        end.apply(event(Kind.APP_UNINSTALLED), Set.of("T02OTHER"));
        assertThat(status(ready)).isEqualTo(LinkStatus.READY);
    }

    private LinkStatus status(Standing link) {
        return links.find(link.key()).orElseThrow().status();
    }

    private Standing finished() {
        Claimed claim = sample.dedicated();
        links.claim(claim);
        return links.ready(sample.standing(claim, sample.channel(), sample.card(1)))
                .orElseThrow();
    }

    private static TokenEvent event(Kind kind) {
        return new TokenEvent(
                "Ev1", Platform.SLACK, kind, "A01BELAY", SampleLinks.WORKSPACE, Sample.OPENED, Sample.OPENED);
    }
}
