/** Pages people outside the chat: the port that each pager's adapter implements, and what is asked of it. */
@NullMarked
package dev.belay.pager;

import org.jspecify.annotations.NullMarked;
