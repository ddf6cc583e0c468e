package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Tenant;

/**
 * Puts what people write into activities, a mention of the bot as an entity and all of it as HTML once more
 * (…/bots/how-to/conversations/channel-and-group-conversations).
 */
final class Words {
    private final Tenant tenant;
    private final Signer signer;

    Words(Tenant tenant, Signer signer) {
        this.tenant = tenant;
        this.signer = signer;
    }

    /** How the bot is mentioned in a text. */
    String mention() {
        return "<at>" + tenant.app().name() + "</at>";
    }

    /** @param activity what it bears besides the message */
    SignedRequest sign(JsonObject activity, Message message) {
        activity.put("id", message.id());
        Typed typed = new Typed(message.text());
        activity.put("text", typed.text());
        activity.put("textFormat", "plain");
        activity.put(
                "attachments", JsonArray.from(Envelope.object("contentType", "text/html", "content", html(typed))));
        if (message.text().contains(mention())) {
            JsonObject entity = Envelope.object("type", "mention", "text", mention());
            entity.put(
                    "mentioned",
                    Envelope.object(
                            "id", tenant.app().mri(), "name", tenant.app().name()));
            activity.getArray("entities").add(entity);
        }
        return signer.sign(activity);
    }

    private String html(Typed typed) {
        String named = "&lt;at&gt;" + tenant.app().name() + "&lt;/at&gt;";
        return "<p>"
                + typed.html()
                        .replace(
                                named,
                                "<span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">"
                                        + tenant.app().name() + "</span>")
                + "</p>";
    }
}
