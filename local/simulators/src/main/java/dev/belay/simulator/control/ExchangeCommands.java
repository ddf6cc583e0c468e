package dev.belay.simulator.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Exchanges;
import java.util.List;

/** Shows what went over the wire, with secrets masked. */
public final class ExchangeCommands {
    private final Exchanges exchanges;

    public ExchangeCommands(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    public List<Command> all() {
        return List.of(Command.show(
                "exchanges",
                "correlation_id",
                "requests and answers of the app's latest calls that bear this X-Correlation-ID, with secrets masked",
                this::exchanges));
    }

    private JsonObject exchanges(Fields given) {
        JsonArray all = new JsonArray();
        exchanges.of(given.text("correlation_id")).forEach(exchange -> all.add(exchange.shown()));
        return JsonObject.builder().value("exchanges", all).done();
    }
}
