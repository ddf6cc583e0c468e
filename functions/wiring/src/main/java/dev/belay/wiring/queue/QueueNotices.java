package dev.belay.wiring.queue;

import dev.belay.aws.Queues;
import dev.belay.chat.Platform;
import dev.belay.event.NoticeQueue;
import dev.belay.event.PersonalNotice;
import dev.belay.events.PersonalNoticeCodec;
import java.util.Map;
import java.util.Objects;

/** Notices to people who did not press, in the queue of their platform's presses, each in a message group of its own. */
public final class QueueNotices implements NoticeQueue {
    private final Queues queues;
    private final Map<Platform, String> queueUrls;

    public QueueNotices(Queues queues, Map<Platform, String> queueUrls) {
        this.queues = queues;
        this.queueUrls = Map.copyOf(queueUrls);
    }

    /** The press came from the queue of its platform, so there is one. */
    @Override
    public void send(PersonalNotice notice) {
        String queueUrl = Objects.requireNonNull(queueUrls.get(notice.by().platform()));
        queues.send(queueUrl, Outgoing.of(PersonalNoticeCodec.write(notice)));
    }
}
