package dev.belay.incidentopened;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.belay.wiring.Wiring;
import dev.belay.worker.MessageProcessor;
import dev.belay.worker.QueueWorker;

/** Where Lambda hands the messages of the queues of records in. */
public final class IncidentOpenedHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final QueueWorker worker;
    private final MessageProcessor processor;

    public IncidentOpenedHandler() {
        this(Wiring.lambda("incident-opened"));
    }

    public IncidentOpenedHandler(Wiring wiring) {
        this.worker = wiring.worker();
        this.processor = new RecordEventProcessor(wiring.recordEvents(), wiring.counters(), wiring.clock());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return worker.handle(event, context, processor);
    }
}
