/** What an audit saw so far, and how far it came. */
@NullMarked
package dev.belay.audit.journal;

import org.jspecify.annotations.NullMarked;
