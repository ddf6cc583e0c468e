/** What people see, kept in files that a person reads before it changes. */
@NullMarked
package dev.belay.golden;

import org.jspecify.annotations.NullMarked;
