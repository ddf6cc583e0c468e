package dev.belay.simulator.control;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Outcome;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a system sends to the app, and sends again.
 *
 * @param <D> what became of one request
 */
public final class DeliveryCommands<D extends Outcome> {
    /**
     * What goes to the app, and how it is sent again.
     *
     * @param deliveries all that was sent, in order
     * @param same byte for byte
     * @param afresh the same body under the time and proof of now
     * @param anew as the system itself repeats it after a while
     * @param tryAgain sends again what the app did not take and whose time has come
     */
    public record Traffic<D>(
            Supplier<List<D>> deliveries,
            UnaryOperator<D> same,
            UnaryOperator<D> afresh,
            UnaryOperator<D> anew,
            Supplier<List<D>> tryAgain) {}

    private final Traffic<D> traffic;

    public DeliveryCommands(Traffic<D> traffic) {
        this.traffic = traffic;
    }

    public List<Command> all() {
        return List.of(
                Command.show(
                        "deliveries",
                        "",
                        "what was sent to the app, by number from 0",
                        given -> Deliveries.json(traffic.deliveries().get())),
                Command.act(
                        "redeliver",
                        "number? (the last), how? (same, afresh, anew)",
                        "sends a delivery again: the same bytes, signed now, or as the system itself repeats it",
                        this::redeliver),
                Command.act(
                        "try-again",
                        "",
                        "sends again what the app did not take and whose time has come",
                        given -> Deliveries.json(traffic.tryAgain().get())));
    }

    private JsonObject redeliver(Fields given) {
        List<D> sent = traffic.deliveries().get();
        int number = given.number("number", sent.size() - 1);
        if (number < 0 || number >= sent.size()) {
            throw new IllegalArgumentException("no delivery has the number " + number);
        }
        D delivery = sent.get(number);
        return Deliveries.json(
                switch (given.optional("how").orElse("anew")) {
                    case "same" -> traffic.same().apply(delivery);
                    case "afresh" -> traffic.afresh().apply(delivery);
                    case "anew" -> traffic.anew().apply(delivery);
                    default ->
                        throw new IllegalArgumentException("nothing is sent again like that: same, afresh or anew");
                });
    }
}
