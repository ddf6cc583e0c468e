package dev.belay.local.console.pane;

import com.grack.nanojson.JsonObject;
import dev.belay.local.console.web.Ask;
import dev.belay.local.console.web.Refused;
import dev.belay.local.console.web.Reply;
import java.util.function.Supplier;

/** What is answered to what people do and look at. */
final class Deeds {
    /** It is done, and there is nothing to say. */
    static final Reply DONE = Reply.json(new JsonObject());

    private Deeds() {}

    /** What the app took; where it did not, the refusal says why. */
    static Reply accepted(JsonObject delivery, String app) {
        if (!delivery.getBoolean("accepted", false)) {
            int status = delivery.getInt("status", 0);
            String why = status == 0 || status == 200 ? delivery.getString("reason", "") : "HTTP " + status;
            throw new Refused(502, app + " did not take it: " + why + ".");
        }
        return Reply.json(JsonObject.builder()
                .value("accepted", true)
                .value("said", delivery.getString("said", ""))
                .value("error", delivery.getBoolean("error", false))
                .done());
    }

    /** What somebody sees of a conversation; that they do not see it, or no more, is no mistake of theirs. */
    static Reply seen(Supplier<JsonObject> read) {
        try {
            return Reply.json(read.get());
        } catch (Refused e) {
            if (e.status() == 404) {
                return Reply.json(JsonObject.builder().value("seen", false).done());
            }
            throw e;
        }
    }

    /** A file that is not empty. */
    static byte[] someBytes(Ask ask) {
        byte[] bytes = ask.bytes();
        if (bytes.length == 0) {
            throw Refused.wrong("an empty file is not shared");
        }
        return bytes;
    }
}
