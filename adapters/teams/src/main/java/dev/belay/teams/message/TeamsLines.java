package dev.belay.teams.message;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.line.Line;
import dev.belay.line.Line.Piece;
import dev.belay.platform.Lines;
import dev.belay.record.Happening.Participant;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.card.LineCard;
import dev.belay.teams.card.LineCard.Mention;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.person.TeamsPeople;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Says lines in a channel or in a thread through the Bot Connector, and finds those messages again through Graph. */
public final class TeamsLines implements Lines {
    /** So many are asked for in the roster; whoever comes after is named. */
    private static final int MENTIONED = 20;

    private final ChannelThreads threads;
    private final TeamsPeople people;

    public TeamsLines(ChannelThreads threads, TeamsPeople people) {
        this.threads = threads;
        this.people = people;
    }

    @Override
    public void say(Channel channel, Optional<String> thread, List<Line> lines, String marker) {
        JsonObject activity =
                Activities.card(LineCard.card(lines, mentions(channel, lines), marker), LineCard.summary(lines));
        thread.ifPresentOrElse(
                root -> threads.reply(channel, root, Operation.POST_LINE, activity),
                () -> threads.begin(channel, Operation.POST_LINE, activity));
    }

    /** Those who are in the team: Teams refuses a mention of anybody else. */
    private List<Mention> mentions(Channel channel, List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.pieces().stream())
                .filter(Piece.Person.class::isInstance)
                .map(piece -> ((Piece.Person) piece).who())
                .filter(who -> who.chat().isPresent())
                .distinct()
                .limit(MENTIONED)
                .flatMap(who -> mention(channel, who).stream())
                .toList();
    }

    private Optional<Mention> mention(Channel channel, Participant who) {
        return who.chat()
                .map(ChatUser::id)
                .map(id -> people.account(channel, id))
                .filter(Outcome.Done.class::isInstance)
                .map(outcome -> ((Outcome.Done) outcome).answer())
                .map(account -> new Mention(account.getString("id", ""), account.getString("name", who.name())));
    }

    @Override
    public boolean isSaid(Channel channel, Optional<String> thread, String marker, Instant since) {
        Predicate<JsonObject> marked =
                message -> GraphItems.objects(message.getArray("attachments", new JsonArray())).stream()
                        .anyMatch(attachment -> LineCard.isMarked(attachment.getString("content", ""), marker));
        return thread.map(root -> threads.findOwnReply(channel, root, since, marked))
                .orElseGet(() -> threads.findOwn(channel, since, marked))
                .isPresent();
    }
}
