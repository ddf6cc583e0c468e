/** What ingress stores for the workers: hints about records, people's presses, events of teams. */
@NullMarked
package dev.belay.event;

import org.jspecify.annotations.NullMarked;
