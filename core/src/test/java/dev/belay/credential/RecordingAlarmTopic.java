package dev.belay.credential;

import dev.belay.failure.Unavailable;
import dev.belay.health.AlarmTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what was published, and can be down. */
final class RecordingAlarmTopic implements AlarmTopic {
    private final List<String> published = new ArrayList<>();
    private boolean down;

    @Override
    public synchronized void publish(String subject, String text) {
        if (down) {
            throw new Unavailable("sns", "no answer", Optional.empty());
        }
        published.add(subject + " | " + text);
    }

    synchronized void isDown(boolean now) {
        down = now;
    }

    synchronized List<String> published() {
        return List.copyOf(published);
    }
}
