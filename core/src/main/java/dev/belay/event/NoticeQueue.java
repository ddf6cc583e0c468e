package dev.belay.event;

/** Where notices to people who did not press wait. */
public interface NoticeQueue {
    /** Sends a notice; sending it again is harmless. */
    void send(PersonalNotice notice);
}
