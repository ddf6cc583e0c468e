/** What a person may type. */
@NullMarked
package dev.belay.local.command;

import org.jspecify.annotations.NullMarked;
