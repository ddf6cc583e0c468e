package dev.belay.cardaction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.belay.wiring.PressWork;
import dev.belay.wiring.QueueWorker;
import dev.belay.wiring.Wiring;

/** Performs what people pressed, one press at a time. */
public final class CardActionHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final QueueWorker worker;
    private final PressWork work;

    public CardActionHandler() {
        this(Wiring.lambda("card-action"));
    }

    public CardActionHandler(Wiring wiring) {
        this.worker = wiring.worker();
        this.work = wiring.presses();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return worker.handle(event, work);
    }
}
