package dev.belay.simulator.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.call.CallLog;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Shows what was called.
 *
 * @param <C> what is kept of a call
 */
public final class CallCommands<C> {
    private final CallLog<C> log;
    private final Function<C, JsonObject> shown;

    /** @param shown a call for people to read; its name is {@code call} */
    public CallCommands(CallLog<C> log, Function<C, JsonObject> shown) {
        this.log = log;
        this.shown = shown;
    }

    public List<Command> all() {
        return List.of(
                Command.show("calls", "", "the latest calls, the newest last", this::calls),
                Command.show("call-counts", "", "how often the app called what, and how often in all", this::counts),
                Command.change("forget-calls", "", "empties the list of calls", given -> log.clear()));
    }

    private JsonObject counts(Fields given) {
        Map<String, Long> counts = log.counts();
        JsonObject byName = new JsonObject();
        byName.putAll(counts);
        return JsonObject.builder()
                .value(
                        "total",
                        counts.values().stream().mapToLong(Long::longValue).sum())
                .value("calls", byName)
                .done();
    }

    private JsonObject calls(Fields given) {
        JsonArray calls = new JsonArray();
        log.calls().forEach(call -> calls.add(shown.apply(call)));
        return JsonObject.builder().value("calls", calls).done();
    }
}
