package dev.belay.reconciliation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.belay.wiring.Wiring;
import dev.belay.worker.ScheduledWork;
import java.util.Map;

/** Where EventBridge's schedule lets Lambda in; what it sends says nothing that is needed. */
public final class ReconciliationHandler implements RequestHandler<Map<String, Object>, String> {
    private final ScheduledWork work;

    public ReconciliationHandler() {
        this(Wiring.lambda("reconciliation"));
    }

    public ReconciliationHandler(Wiring wiring) {
        this.work = new ScheduledWork(wiring.reconciliation(), wiring.clock());
    }

    /** @return a word for whoever invokes it by hand: what was found is in the log and in the metrics */
    @Override
    public String handleRequest(Map<String, Object> event, Context context) {
        work.run(context);
        return "reconciled";
    }
}
