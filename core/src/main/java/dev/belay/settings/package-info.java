/** What an installation may decide, checked once when it is read. */
@NullMarked
package dev.belay.settings;

import org.jspecify.annotations.NullMarked;
