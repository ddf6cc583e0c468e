/** What ingress stores for the workers: hints about records and people's presses. */
@NullMarked
package dev.belay.event;

import org.jspecify.annotations.NullMarked;
