package dev.belay.health;

/** Where whoever is on call hears of what needs a person: what alarms go to, and whoever subscribed to it. */
public interface AlarmTopic {
    /**
     * Publishes a notice, at least once: a repeat after a lost answer is possible. Where no topic is set, nobody hears it.
     *
     * @param subject one line of at most 100 ASCII characters, as the subject of an e-mail
     * @param text without any secret or anything of a person
     * @throws dev.belay.failure.ExternalFailure when it was not published
     */
    void publish(String subject, String text);
}
