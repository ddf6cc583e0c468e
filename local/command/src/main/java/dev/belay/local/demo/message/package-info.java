/** The stories of what is said and sent in a conversation. */
@NullMarked
package dev.belay.local.demo.message;

import org.jspecify.annotations.NullMarked;
