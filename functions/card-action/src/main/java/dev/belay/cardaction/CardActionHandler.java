package dev.belay.cardaction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.belay.wiring.Wiring;
import dev.belay.worker.MessageProcessor;
import dev.belay.worker.QueueWorker;

/** Where Lambda hands the messages of the queues of actions in. */
public final class CardActionHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final QueueWorker worker;
    private final MessageProcessor processor;

    public CardActionHandler() {
        this(Wiring.lambda("card-action"));
    }

    public CardActionHandler(Wiring wiring) {
        this.worker = wiring.worker();
        this.processor = new CardActionProcessor(wiring.cardActions(), wiring.clock());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return worker.handle(event, context, processor);
    }
}
