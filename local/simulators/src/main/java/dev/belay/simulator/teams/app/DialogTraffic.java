package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.dialog.Dialog;
import dev.belay.simulator.teams.dialog.Field;
import dev.belay.simulator.teams.dialog.OpenDialogs;
import dev.belay.simulator.teams.dialog.TaskAnswer;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Opens dialogs, sends what people fill in there, and does what the app answers (…/task-modules-and-cards/task-modules/task-modules-bots). */
final class DialogTraffic {
    private final Tenant tenant;
    private final Envelope envelope;
    private final Signer signer;
    private final OpenDialogs dialogs;

    DialogTraffic(Tenant tenant, Envelope envelope, Signer signer) {
        this.tenant = tenant;
        this.envelope = envelope;
        this.signer = signer;
        this.dialogs = new OpenDialogs(tenant);
    }

    Optional<Dialog> of(String person) {
        return dialogs.of(person);
    }

    /** Shows what the app answered to a press, if that opens a dialog. */
    void opened(String person, String conversation, String root, Delivery delivery) {
        if (delivery.task().orElse(null) instanceof TaskAnswer.Shown shown) {
            dialogs.open(person, conversation, root, shown);
        }
    }

    /** The invoke of a submission, not sent, whatever was left empty. */
    SignedRequest prepare(Person person, String id, Optional<String> word, Map<String, String> inputs) {
        return tenant.atomically(() -> {
            Dialog filled = filled(person, id, inputs);
            return submission(person, filled, button(filled, word));
        });
    }

    Submission submit(
            Person person,
            String id,
            Optional<String> word,
            Map<String, String> inputs,
            Function<SignedRequest, Delivery> send) {
        Dialog filled = filled(person, id, inputs);
        JsonObject button = button(filled, word);
        Map<String, String> faults = sendsInputs(button) ? filled.faults() : Map.of();
        dialogs.put(filled.saying(faults, ""));
        if (!faults.isEmpty()) {
            return new Submission(Optional.empty(), true, faults, "");
        }
        Delivery delivery = send.apply(tenant.atomically(() -> submission(person, filled, button)));
        String said = answered(filled, delivery);
        return new Submission(
                Optional.of(delivery),
                dialogs.of(person.id()).filter(dialog -> dialog.id().equals(id)).isPresent(),
                Map.of(),
                said);
    }

    private Dialog filled(Person person, String id, Map<String, String> inputs) {
        Dialog dialog = dialogs.seen(person.id(), id);
        return tenant.atomically(() -> dialog.filling(inputs, (field, chosen) -> tenant.people().stream()
                .filter(each -> each.id().equals(chosen))
                .anyMatch(each -> offers(dialog, field, each))));
    }

    private String answered(Dialog dialog, Delivery delivery) {
        return switch (delivery.task().orElse(null)) {
            case TaskAnswer.Shown shown -> {
                dialogs.put(dialog.showing(shown));
                yield "";
            }
            case TaskAnswer.Said said -> {
                dialogs.close(dialog);
                yield said.text();
            }
            case TaskAnswer.Closed _ -> {
                dialogs.close(dialog);
                yield "";
            }
            case null -> {
                dialogs.put(dialog.saying(Map.of(), Dialog.TROUBLE));
                yield Dialog.TROUBLE;
            }
        };
    }

    /** The person closes the dialog; the app is told nothing. */
    void close(Person person, String id) {
        dialogs.close(dialogs.seen(person.id(), id));
    }

    /** Whether an input lets one choose that person. */
    boolean offers(Dialog dialog, Field field, Person chosen) {
        List<Person> here = tenant.channel(dialog.conversation())
                .map(channel -> channel.members().stream())
                .orElseGet(() -> Stream.of(dialog.person()))
                .flatMap(id -> tenant.person(id).stream())
                .toList();
        return field.offers(chosen, tenant.id(), here);
    }

    private static boolean sendsInputs(JsonObject button) {
        return !"none".equalsIgnoreCase(button.getString("associatedInputs", ""))
                && !(button.get("data") instanceof String);
    }

    private static JsonObject button(Dialog dialog, Optional<String> word) {
        List<JsonObject> buttons = Buttons.of(dialog.card(), Button.SUBMIT).stream()
                .filter(button -> word.map(Buttons.word(button)::equals).orElse(true))
                .toList();
        if (buttons.size() != 1) {
            throw new IllegalArgumentException("the dialog has " + buttons.size() + " such buttons");
        }
        if (buttons.getFirst().get("data") instanceof JsonObject data && data.has("msteams")) {
            throw new IllegalArgumentException("data.msteams does not work inside a dialog");
        }
        return buttons.getFirst();
    }

    /** A submission bears no {@code replyToId} (github.com/microsoft/botframework-sdk/issues/6473). */
    private SignedRequest submission(Person person, Dialog dialog, JsonObject button) {
        Optional<Channel> channel = tenant.channel(dialog.conversation());
        JsonObject activity = channel.map(where -> envelope.inChannel("invoke", person, where, dialog.root()))
                .orElseGet(() -> envelope.inChat(
                        "invoke", person, tenant.chat(dialog.conversation()).orElseThrow()));
        activity.put("name", "task/submit");
        activity.put("value", Presses.task(data(dialog, button)));
        return signer.sign(activity);
    }

    private static Object data(Dialog dialog, JsonObject button) {
        if (button.get("data") instanceof String text) {
            return text;
        }
        JsonObject data = new JsonObject();
        if (button.get("data") instanceof JsonObject given) {
            data.putAll(given);
        }
        if (sendsInputs(button)) {
            data.putAll(dialog.inputs());
        }
        return data;
    }
}
