/** What workers send on: hints, answers, notices and files' events, each to its queue. */
@NullMarked
package dev.belay.wiring.queue;

import org.jspecify.annotations.NullMarked;
