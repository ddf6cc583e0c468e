package dev.belay.simulator.teams.tenant;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message in a channel or in a 1:1 chat.
 *
 * @param id the activity's id: the milliseconds at which it was posted
 * @param root the id of the message that begins its thread, its own where it does
 * @param author the {@code 28:…} of a bot or the object id of a person
 * @param activity what it says, as posted or last updated; never changed once it stands here
 * @param edited when it was updated last
 * @param audience the object id of the one person who sees it; none where everybody does
 */
public record Message(
        String id,
        String root,
        String author,
        JsonObject activity,
        Instant created,
        Optional<Instant> edited,
        boolean deleted,
        Optional<String> audience) {
    private static final String CARD = "application/vnd.microsoft.card.adaptive";

    public Message saying(JsonObject other, Instant when) {
        return new Message(id, root, author, other, created, Optional.of(when), deleted, audience);
    }

    public Message gone(Instant when) {
        return new Message(id, root, author, new JsonObject(), created, Optional.of(when), true, audience);
    }

    public boolean isReply() {
        return !id.equals(root);
    }

    public boolean byBot() {
        return author.startsWith("28:");
    }

    public String text() {
        return activity.getString("text", "");
    }

    /** The Adaptive Cards that it shows, in order. */
    public List<JsonObject> cards() {
        return attachments()
                .filter(attachment -> CARD.equals(attachment.getString("contentType")))
                .flatMap(attachment -> Stream.ofNullable(attachment.getObject("content")))
                .toList();
    }

    public Stream<JsonObject> attachments() {
        return activity.getArray("attachments", new JsonArray()).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }
}
