/** How Teams' activities prove themselves and what they say: what ingress needs of Teams without an SDK. */
@NullMarked
package dev.belay.teams.protocol;

import org.jspecify.annotations.NullMarked;
