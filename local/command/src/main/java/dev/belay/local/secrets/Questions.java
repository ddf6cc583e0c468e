package dev.belay.local.secrets;

import com.grack.nanojson.JsonObject;
import dev.belay.secret.SecretKind;
import java.util.List;

/** What a person is asked for a secret of a kind, one text after another. */
final class Questions {
    /** What must not be seen as it is typed, what may, and what may be left out. */
    private enum Way {
        HIDDEN,
        HIDDEN_OR_NOTHING,
        SHOWN,
        SHOWN_OR_NOTHING
    }

    private record Question(String name, Way way) {}

    private Questions() {}

    /** The document of what was answered. */
    static JsonObject ask(SecretKind kind, Terminal terminal) {
        JsonObject document = new JsonObject();
        if (kind == SecretKind.PAGERS) {
            askPagers(document, terminal);
        } else {
            of(kind).forEach(question -> put(document, question, terminal));
        }
        return document;
    }

    private static List<Question> of(SecretKind kind) {
        return switch (kind) {
            case SLACK_SIGNING ->
                List.of(
                        new Question("signing_secret", Way.HIDDEN),
                        new Question("previous_signing_secret", Way.HIDDEN_OR_NOTHING));
            case SLACK_TOKENS ->
                List.of(
                        new Question("bot_token", Way.HIDDEN),
                        new Question("refresh_token", Way.HIDDEN_OR_NOTHING),
                        new Question("expires_at", Way.SHOWN_OR_NOTHING));
            case TEAMS ->
                List.of(new Question("client_secret", Way.HIDDEN), new Question("expires_on", Way.SHOWN_OR_NOTHING));
            case SLACK_APP, SERVICENOW_CLIENT ->
                List.of(new Question("client_id", Way.SHOWN), new Question("client_secret", Way.HIDDEN));
            case SERVICENOW_EVENTS ->
                List.of(
                        new Question("key_id", Way.SHOWN),
                        new Question("key", Way.HIDDEN),
                        new Question("previous_key_id", Way.SHOWN_OR_NOTHING),
                        new Question("previous_key", Way.HIDDEN_OR_NOTHING));
            case PAGERS -> List.of();
        };
    }

    private static void put(JsonObject document, Question question, Terminal terminal) {
        boolean hidden = question.way() == Way.HIDDEN || question.way() == Way.HIDDEN_OR_NOTHING;
        boolean optional = question.way() == Way.HIDDEN_OR_NOTHING || question.way() == Way.SHOWN_OR_NOTHING;
        String prompt = question.name() + (optional ? " (Enter for none): " : ": ");
        String answer = (hidden ? terminal.askHidden(prompt) : terminal.ask(prompt)).strip();
        if (!answer.isEmpty()) {
            document.put(question.name(), answer);
        }
    }

    private static void askPagers(JsonObject document, Terminal terminal) {
        String pager = terminal.ask("pager, as the settings name it: ").strip();
        while (!pager.isEmpty()) {
            document.put(pager, terminal.askHidden("its API token or signing key: "));
            pager = terminal.ask("next pager (Enter for none): ").strip();
        }
    }

    /** The member that a text stands for which is no JSON; none where it could be several. */
    static String alone(SecretKind kind) {
        return switch (kind) {
            case SLACK_SIGNING -> "signing_secret";
            case SLACK_TOKENS -> "bot_token";
            case TEAMS -> "client_secret";
            case SLACK_APP, SERVICENOW_CLIENT, SERVICENOW_EVENTS, PAGERS -> "";
        };
    }
}
