/** Who presses: a chat user, whether they belong here, which platform user they are, which roles they hold. */
@NullMarked
package dev.belay.person;

import org.jspecify.annotations.NullMarked;
