package dev.belay.local.redrive;

import dev.belay.aws.deadletter.DeadLetter;
import dev.belay.events.MessageSubject;
import dev.belay.events.QueueMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is shown of a dead letter.
 *
 * @param id by which it is moved
 * @param since when it came into the queue
 * @param reason why it is there; none where SQS itself moved it, because it was received too often
 * @param correlationId by which the logs of its way are found
 */
record ShownLetter(
        String id, Instant since, MessageSubject subject, Optional<String> reason, Optional<String> correlationId) {
    private static final String RECEIVED_TOO_OFTEN =
            "no reason: it was received as often as its queue allows, and the function's log says what happened";

    static ShownLetter of(DeadLetter letter) {
        return new ShownLetter(
                letter.id(),
                letter.sentAt().truncatedTo(ChronoUnit.SECONDS),
                MessageSubject.of(letter.body()),
                letter.attribute(QueueMessage.REASON).map(SafeText::of),
                letter.attribute(QueueMessage.CORRELATION_ID).map(SafeText::of));
    }

    /** Such as {@code press ack on incident/9d38…}. */
    String about() {
        return Stream.of(
                        Optional.of(subject.kind().orElse("unreadable")),
                        subject.word(),
                        subject.record().map("on "::concat))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    String why() {
        return reason.orElse(RECEIVED_TOO_OFTEN);
    }
}
