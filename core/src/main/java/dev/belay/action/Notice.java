package dev.belay.action;

import dev.belay.event.PersonalNotice.Recipient;

/**
 * What somebody who did not press is told once it was done.
 *
 * @param sentence in which {@link dev.belay.event.PersonalNotice#WHO} stands for the name of who pressed
 */
public record Notice(Recipient to, String sentence) {}
