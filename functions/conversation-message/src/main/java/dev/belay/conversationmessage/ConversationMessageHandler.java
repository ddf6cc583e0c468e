package dev.belay.conversationmessage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.belay.wiring.Wiring;
import dev.belay.wiring.dependency.MessageDependencies;
import dev.belay.worker.QueueWorker;
import java.time.Clock;
import java.util.function.Supplier;

/** Where Lambda hands the messages of the queues of messages in, several at once. */
public final class ConversationMessageHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final QueueWorker worker;
    private final Supplier<MessageDependencies> dependencies;
    private final Clock clock;

    public ConversationMessageHandler() {
        this(Wiring.lambda("conversation-message"));
    }

    public ConversationMessageHandler(Wiring wiring) {
        this.worker = wiring.worker();
        this.dependencies = wiring.messages();
        this.clock = wiring.clock();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var bodies = event.getRecords().stream().map(SQSMessage::getBody).toList();
        return worker.handle(event, context, new MessageBatch(bodies, dependencies, clock));
    }
}
