package dev.belay.conversationfile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.belay.wiring.Wiring;
import dev.belay.worker.MessageProcessor;
import dev.belay.worker.QueueWorker;

/** Where Lambda hands the messages of the queue of files in. */
public final class ConversationFileHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final QueueWorker worker;
    private final MessageProcessor processor;

    public ConversationFileHandler() {
        this(Wiring.lambda("conversation-file"));
    }

    public ConversationFileHandler(Wiring wiring) {
        this.worker = wiring.fileWorker();
        this.processor = new FileEventProcessor(wiring.files());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return worker.handle(event, context, processor);
    }
}
