package dev.belay.ingress;

import dev.belay.action.Actions;
import dev.belay.chat.Platform;
import dev.belay.coldhttp.PublicDocument;
import dev.belay.coldhttp.Tls;
import dev.belay.dialog.Dialog;
import dev.belay.event.FileEvent;
import dev.belay.event.Press;
import dev.belay.events.CommandCodec;
import dev.belay.events.FileEventCodec;
import dev.belay.events.LateAnswerCodec;
import dev.belay.events.MarkingCodec;
import dev.belay.events.PressCodec;
import dev.belay.events.TeamEventCodec;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.message.ChatMessage;
import dev.belay.teams.protocol.AuthFailure;
import dev.belay.teams.protocol.BotConnectorToken;
import dev.belay.teams.protocol.BotConnectorToken.Proof;
import dev.belay.teams.protocol.InboundActivity;
import dev.belay.teams.protocol.InvokeResponse;
import dev.belay.teams.protocol.KeyDocuments;
import dev.belay.teams.protocol.MalformedActivity;
import dev.belay.teams.protocol.SigningKeys;
import dev.belay.teams.protocol.TeamsActivity;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Teams' activities come in: presses, what happens to places of ours, and much that is not for us. */
final class TeamsDoor implements Door {
    private static final String PASSED_ON = "Passed on. The card will show what came of it.";
    private static final String MARKED = "Passed on. You are told what became of it.";
    private static final String NOT_FOR_US = "There is nothing to do here.";

    private final TeamsDoorSettings teams;
    private final IngressSettings settings;
    private final Clock clock;
    private final SigningKeys keys;
    private final BotConnectorToken token;

    TeamsDoor(TeamsDoorSettings teams, IngressSettings settings, Tls tls, Clock clock) {
        this.teams = teams;
        this.settings = settings;
        this.clock = clock;
        this.keys = new SigningKeys(teams.metadata(), documents(tls), clock);
        this.token = new BotConnectorToken(teams.app(), teams.issuer(), keys);
    }

    /** Not a method reference: a cold function would pay for linking it. */
    private static KeyDocuments documents(Tls tls) {
        PublicDocument document = new PublicDocument(tls);
        return new KeyDocuments() {
            @Override
            public byte[] fetch(URI address) throws IOException {
                return document.fetch(address);
            }
        };
    }

    /** Whether activities come in under this path. Clients for bots look under the second. */
    static boolean isAt(String path) {
        return path.equals("/teams/messages") || path.equals("/api/messages");
    }

    /** Begins to fetch the keys on another thread; a token that comes before they are there waits for them. */
    void fetchAhead() {
        Thread thread = new Thread("fetch-keys") {
            @Override
            public void run() {
                keys.fetchAhead();
            }
        };
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public Answer answer(HttpRequest request, Outbox outbox) {
        long begun = System.nanoTime();
        Proof proof = token.prove(request.header("authorization"), clock.millis() / 1000);
        boolean isProved = proof instanceof BotConnectorToken.Proved;
        outbox.line()
                .verification(
                        begun,
                        isProved
                                ? "PROVED"
                                : ((BotConnectorToken.Refused) proof).failure().name());
        if (!(proof instanceof BotConnectorToken.Proved proved)) {
            return refused(((BotConnectorToken.Refused) proof).failure());
        }
        try {
            InboundActivity activity = InboundActivity.of(request.body());
            AuthFailure failure = authFailure(proved, activity);
            return failure == null ? answer(activity, outbox) : refused(failure);
        } catch (MalformedActivity e) {
            return Answer.malformed(e.getMessage());
        }
    }

    private @Nullable AuthFailure authFailure(BotConnectorToken.Proved proved, InboundActivity activity) {
        AuthFailure failure = proved.authFailure(activity);
        return failure == null ? activity.authFailure(teams.tenants(), teams.hosts()) : failure;
    }

    private static Answer refused(AuthFailure failure) {
        String reason = ofAnother(failure);
        if (reason != null) {
            return failure.status() == 403 ? Answer.mismatched(403, "forbidden", reason) : Answer.mismatched(reason);
        }
        return failure.status() == 403
                ? Answer.refused(403, "forbidden", failure.name())
                : Answer.unauthorized(failure.name());
    }

    /** The Bot Connector proved itself, and what it says is for another app or tenant: one of two ids is not as the stack has it. */
    private static @Nullable String ofAnother(AuthFailure failure) {
        if (failure == AuthFailure.OTHER_AUDIENCE) {
            return failure.name()
                    + ": the token is for another app than the parameter TeamsAppId: give it the bot's app id, or take the bot's"
                    + " messaging endpoint away from us";
        }
        return failure == AuthFailure.OTHER_TENANT
                ? failure.name()
                        + ": the activity is of a tenant that the parameter TeamsTenants does not name: add it, or remove the app"
                        + " there"
                : null;
    }

    /** An invoke is told the outcome in the body of a 200: Teams takes another status for no answer. */
    private Answer answer(InboundActivity activity, Outbox outbox) throws MalformedActivity {
        if (!activity.isInvoke()) {
            return store(TeamsActivity.of(activity, clock.instant()), "", outbox);
        }
        try {
            TeamsActivity said = TeamsActivity.of(activity, clock.instant());
            if (said instanceof TeamsActivity.Asked asked) {
                return asked(asked);
            }
            if (said instanceof TeamsActivity.Submitted submitted) {
                return submitted(submitted, outbox);
            }
            if (said instanceof TeamsActivity.Marked) {
                return store(said, InvokeResponse.inPlaceOfDialog(MARKED), outbox);
            }
            if (said instanceof TeamsActivity.Declined declined) {
                return new Answer(200, InvokeResponse.inPlaceOfDialog(declined.sentence()), "told", "declined");
            }
            boolean pressed = said instanceof TeamsActivity.Pressed;
            return store(said, InvokeResponse.said(pressed ? PASSED_ON : NOT_FOR_US), outbox);
        } catch (MalformedActivity e) {
            String body = InvokeResponse.failed(400, "BadRequest", "This button cannot be read.");
            return new Answer(200, body, "refused", e.getMessage());
        } catch (Unavailable | Rejected e) {
            String body = InvokeResponse.failed(500, "Unavailable", "This cannot be taken now. Try again in a moment.");
            return new Answer(200, body, "unavailable", e.getMessage());
        }
    }

    private static Answer asked(TeamsActivity.Asked asked) {
        Press press = asked.press();
        Dialog dialog = Actions.dialog(press.button()).orElse(null);
        String body = dialog == null
                ? InvokeResponse.inPlaceOfDialog("This button is not known here any more. Use the newest card.")
                : InvokeResponse.asked(dialog, asked.dialog(), press, Map.of());
        return new Answer(200, body, "opened", press.button().action());
    }

    /** What is wrong, or cannot be taken now, is said in the dialog, which stays open, so that nothing that was typed is lost. */
    private Answer submitted(TeamsActivity.Submitted submitted, Outbox outbox) {
        Press press = submitted.press();
        String action = press.button().action();
        Dialog dialog = Actions.dialog(press.button()).orElse(null);
        Map<String, String> problems = dialog == null ? Map.of() : dialog.problems(press.input());
        if (dialog != null && !problems.isEmpty()) {
            return new Answer(
                    200, InvokeResponse.asked(dialog, submitted.dialog(), press, problems), "asked again", action);
        }
        try {
            outbox.send(settings.queues().actions(Platform.TEAMS), PressCodec.write(press));
            return new Answer(200, "", "stored", action);
        } catch (Unavailable | Rejected e) {
            if (dialog == null) {
                throw e;
            }
            String body = InvokeResponse.asked(
                    dialog, submitted.dialog(), press, Map.of("", "This cannot be taken now. Try again in a moment."));
            return new Answer(200, body, "unavailable", e.getMessage());
        }
    }

    /** Not a pattern switch: a cold function would pay for linking it. */
    private Answer store(TeamsActivity said, String body, Outbox outbox) {
        if (said instanceof TeamsActivity.Pressed pressed) {
            outbox.send(settings.queues().actions(Platform.TEAMS), PressCodec.write(pressed.press()));
            return new Answer(200, body, "stored", pressed.press().button().action());
        }
        if (said instanceof TeamsActivity.Commanded commanded) {
            sendFiles(commanded.files().orElse(null), outbox);
            outbox.send(settings.queues().actions(Platform.TEAMS), CommandCodec.write(commanded.command()));
            return new Answer(200, body, "stored", commanded.command().action().id());
        }
        if (said instanceof TeamsActivity.Misspoken misspoken) {
            sendWords(misspoken.said().orElse(null), outbox);
            sendFiles(misspoken.files().orElse(null), outbox);
            outbox.send(settings.queues().actions(Platform.TEAMS), LateAnswerCodec.write(misspoken.answer()));
            return new Answer(200, body, "stored", "help");
        }
        if (said instanceof TeamsActivity.Said message) {
            sendWords(message.message(), outbox);
            return new Answer(200, body, "stored", message.message().kind().name());
        }
        if (said instanceof TeamsActivity.Marked marked) {
            outbox.send(settings.queues().messages(Platform.TEAMS), MarkingCodec.write(marked.marking()));
            return new Answer(200, body, "stored", "MARKED");
        }
        if (said instanceof TeamsActivity.Noticed noticed) {
            outbox.send(settings.queues().records(Platform.TEAMS), TeamEventCodec.write(noticed.notice()));
            return new Answer(200, body, "stored", noticed.notice().kind().name());
        }
        if (said instanceof TeamsActivity.Wrote wrote) {
            sendWords(wrote.said().orElse(null), outbox);
            sendFiles(wrote.event(), outbox);
            return new Answer(200, body, "stored", "files");
        }
        return new Answer(200, body, "ignored", ((TeamsActivity.NotForUs) said).kind());
    }

    private void sendWords(@Nullable ChatMessage said, Outbox outbox) {
        if (said != null) {
            outbox.sendMessage(settings.queues().messages(Platform.TEAMS), said);
        }
    }

    /** Before a command, which is not repeatable for whoever gave it; word of files is. */
    private void sendFiles(@Nullable FileEvent event, Outbox outbox) {
        if (event != null) {
            outbox.send(settings.queues().files(), FileEventCodec.write(event));
        }
    }
}
