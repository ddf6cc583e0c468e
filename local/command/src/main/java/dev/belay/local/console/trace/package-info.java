/** What happened: the spans of each event, read from the log lines that the functions write. */
@NullMarked
package dev.belay.local.console.trace;

import org.jspecify.annotations.NullMarked;
