package dev.belay.event;

/** Where answers wait that could not be delivered at once. */
public interface AnswerQueue {
    /** Sends an answer; sending it again is harmless. */
    void send(LateAnswer answer);
}
