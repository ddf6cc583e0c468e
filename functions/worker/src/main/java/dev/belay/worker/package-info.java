/** What every worker shares: what becomes of a queue's message, how long it backs off, and how a worker logs. */
@NullMarked
package dev.belay.worker;

import org.jspecify.annotations.NullMarked;
