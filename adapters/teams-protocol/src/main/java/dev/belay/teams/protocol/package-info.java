/** What Microsoft Teams sends us and how it proves that it did, without an SDK. */
@NullMarked
package dev.belay.teams.protocol;

import org.jspecify.annotations.NullMarked;
