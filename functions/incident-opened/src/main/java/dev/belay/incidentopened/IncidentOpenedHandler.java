package dev.belay.incidentopened;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.belay.wiring.HintWork;
import dev.belay.wiring.QueueWorker;
import dev.belay.wiring.Wiring;

/** Makes conversations agree with their records, one hint at a time. */
public final class IncidentOpenedHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final QueueWorker worker;
    private final HintWork work;

    public IncidentOpenedHandler() {
        this(Wiring.lambda("incident-opened"));
    }

    public IncidentOpenedHandler(Wiring wiring) {
        this.worker = wiring.worker();
        this.work = wiring.hints();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return worker.handle(event, work);
    }
}
