package dev.belay.linkaudit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.belay.audit.Audit;
import dev.belay.wiring.Wiring;
import dev.belay.worker.ScheduledWork;
import java.util.Map;

/** Where EventBridge's schedule lets Lambda in; what it sends says nothing that is needed. */
public final class LinkAuditHandler implements RequestHandler<Map<String, Object>, String> {
    private final ScheduledWork work;

    public LinkAuditHandler() {
        this(Wiring.lambda("link-audit"));
    }

    public LinkAuditHandler(Wiring wiring) {
        this.work = new ScheduledWork(wiring.linkAudit(Audit.Whose.SCHEDULED), wiring.clock());
    }

    /** @return a word for whoever invokes it by hand: what was found is in the log and in the metrics */
    @Override
    public String handleRequest(Map<String, Object> event, Context context) {
        work.run(context);
        return "audited";
    }
}
