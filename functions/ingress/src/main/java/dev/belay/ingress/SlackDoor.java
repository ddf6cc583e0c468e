package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import dev.belay.action.Actions;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.chat.Platform;
import dev.belay.command.Command;
import dev.belay.command.CommandWords;
import dev.belay.dialog.Dialog;
import dev.belay.event.Press;
import dev.belay.events.ChannelEventCodec;
import dev.belay.events.CommandCodec;
import dev.belay.events.FileEventCodec;
import dev.belay.events.LateAnswerCodec;
import dev.belay.events.MarkingCodec;
import dev.belay.events.PressCodec;
import dev.belay.events.ReactionCodec;
import dev.belay.events.TokenEventCodec;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretPlace;
import dev.belay.secret.SlackSigningShape;
import dev.belay.signature.Proof;
import dev.belay.signature.SignedRequest;
import dev.belay.slack.protocol.DialogView;
import dev.belay.slack.protocol.MalformedRequest;
import dev.belay.slack.protocol.SlackRequest;
import dev.belay.slack.protocol.SlackSignature;
import dev.belay.slack.protocol.SlashCommand;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Slack's events, clicks and commands come in. */
final class SlackDoor implements Door {
    static final String PATH = "/slack/events";

    private final SecretPlace place;
    private final SigningSecret<SlackSignature> secret;
    private final String queueUrl;
    private final String recordsQueueUrl;
    private final String filesQueueUrl;
    private final String messagesQueueUrl;
    private final SlackDialogs dialogs;
    private final Clock clock;

    SlackDoor(
            String secretArn,
            IngressSettings settings,
            SecretReader secrets,
            SlackDialogs dialogs,
            LastGoodMetric metrics,
            Clock clock) {
        this.place = new SecretPlace(secretArn, SecretKind.SLACK_SIGNING, "");
        this.secret = new SigningSecret<>(secrets, place, metrics, clock) {
            @Override
            SlackSignature parse(JsonObject document) {
                requireShape(SlackSigningShape.problems(document));
                String previous = document.getString("previous_signing_secret", "");
                String current = requireText(document, "signing_secret");
                return new SlackSignature(previous.isEmpty() ? List.of(current) : List.of(current, previous));
            }

            @Override
            Proof prove(SlackSignature signature, HttpRequest request, long now) {
                return signature.prove(signed(request), now);
            }
        };
        this.queueUrl = settings.queues().actions(Platform.SLACK);
        this.recordsQueueUrl = settings.queues().records(Platform.SLACK);
        this.messagesQueueUrl = settings.queues().messages(Platform.SLACK);
        this.filesQueueUrl = settings.queues().files();
        this.dialogs = dialogs;
        this.clock = clock;
    }

    void readAhead() {
        secret.readAhead();
        dialogs.prepare();
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Answer answer(HttpRequest request, Outbox outbox) {
        long begun = System.nanoTime();
        Proof proof = secret.prove(request);
        outbox.line().verification(begun, proof.name());
        if (proof != Proof.PROVED) {
            return refused(proof, request);
        }
        try {
            return answer(SlackRequest.of(request.header("content-type"), request.body(), clock.instant()), outbox);
        } catch (MalformedRequest e) {
            return Answer.malformed(e.getMessage());
        }
    }

    private static SignedRequest signed(HttpRequest request) {
        return request.signed(SlackSignature.TIMESTAMP_HEADER, SlackSignature.SIGNATURE_HEADER);
    }

    /** What is Slack's in all but its key is counted: the stored secret is another than the app's. A scanner's request is not. */
    private Answer refused(Proof proof, HttpRequest request) {
        return proof == Proof.FORGED && SlackSignature.isInItsWay(signed(request))
                ? Answer.mismatched(proof.name() + ": " + place.subject()
                        + " is not the Signing Secret of the app that sent this, or somebody forges requests: compare it with Basic"
                        + " Information in the app's settings, and " + place.remedy())
                : Answer.unauthorized(proof.name());
    }

    /** Not a pattern switch: a cold function would pay for linking it. */
    private Answer answer(SlackRequest said, Outbox outbox) {
        if (said instanceof SlackRequest.Pressed pressed) {
            return stored(pressed.press(), outbox);
        }
        if (said instanceof SlackRequest.Asked asked) {
            return asked(asked.press(), asked.trigger(), outbox);
        }
        if (said instanceof SlackRequest.Submitted submitted) {
            return submitted(submitted.press(), outbox);
        }
        if (said instanceof SlackRequest.Commanded commanded) {
            return commanded(commanded.command(), outbox);
        }
        if (said instanceof SlackRequest.Misspoken misspoken) {
            return new Answer(200, SlashCommand.said(misspoken.sentence()), "told", "help");
        }
        if (said instanceof SlackRequest.Said message) {
            outbox.sendMessage(messagesQueueUrl, message.message());
            return Answer.done("stored", message.message().kind().name());
        }
        if (said instanceof SlackRequest.Marked marked) {
            outbox.send(messagesQueueUrl, MarkingCodec.write(marked.marking()));
            return Answer.done("stored", "MARKED");
        }
        if (said instanceof SlackRequest.Declined declined) {
            outbox.send(queueUrl, LateAnswerCodec.write(declined.answer()));
            return Answer.done("stored", "declined");
        }
        if (said instanceof SlackRequest.Reacted reacted) {
            outbox.send(messagesQueueUrl, ReactionCodec.write(reacted.reaction()));
            return Answer.done("stored", "REACTED");
        }
        if (said instanceof SlackRequest.UrlVerification verification) {
            return Answer.challenge(verification.challenge());
        }
        if (said instanceof SlackRequest.TokenLost lost) {
            outbox.send(recordsQueueUrl, TokenEventCodec.write(lost.event()));
            return Answer.done("stored", lost.event().kind().id());
        }
        if (said instanceof SlackRequest.ChannelChanged changed) {
            outbox.send(recordsQueueUrl, ChannelEventCodec.write(changed.event()));
            return Answer.done("stored", changed.event().kind().name());
        }
        if (said instanceof SlackRequest.FilesShared shared) {
            if (shared.said().isPresent()) {
                outbox.sendMessage(messagesQueueUrl, shared.said().get());
            }
            outbox.send(filesQueueUrl, FileEventCodec.write(shared.event()));
            return Answer.done("stored", "files");
        }
        return Answer.done("ignored", ((SlackRequest.NotForUs) said).kind());
    }

    private Answer stored(Press press, Outbox outbox) {
        outbox.send(queueUrl, PressCodec.write(press));
        return Answer.done("stored", press.button().action());
    }

    /** The outcome follows by the command's response_url. */
    private Answer commanded(Command command, Outbox outbox) {
        outbox.send(queueUrl, CommandCodec.write(command));
        return new Answer(
                200,
                SlashCommand.said(CommandWords.WORKING),
                "stored",
                command.action().id());
    }

    /** What does not open is a press like any other: the worker tells the person so. */
    private Answer asked(Press press, String trigger, Outbox outbox) {
        Dialog dialog = Actions.dialog(press.button()).orElse(null);
        String failure = dialog == null ? "no such dialog" : opened(dialog, press, trigger, outbox);
        if (failure == null) {
            return Answer.done("opened", press.button().action());
        }
        outbox.send(queueUrl, PressCodec.write(press));
        return Answer.done("stored", press.button().action() + ": the dialog did not open: " + failure);
    }

    /** Why it did not open; null when it did. */
    private @Nullable String opened(Dialog dialog, Press press, String trigger, Outbox outbox) {
        long begun = System.nanoTime();
        String failure = dialogs.open(dialog, press, trigger);
        outbox.line().call("slack", "views.open", begun, failure == null ? "200" : failure);
        return failure;
    }

    /** What is wrong is said in the dialog, which stays open, so that nothing that was typed is lost. */
    private Answer submitted(Press press, Outbox outbox) {
        Dialog dialog = Actions.dialog(press.button()).orElse(null);
        Map<String, String> problems = dialog == null ? Map.of() : dialog.problems(press.input());
        return problems.isEmpty()
                ? stored(press, outbox)
                : new Answer(
                        200,
                        DialogView.problems(problems),
                        "asked again",
                        press.button().action());
    }
}
