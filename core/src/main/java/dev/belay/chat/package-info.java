/** Chat's values: platforms, channels, conversations, people, answers. */
@NullMarked
package dev.belay.chat;

import org.jspecify.annotations.NullMarked;
