/** What an audit finds, and its report. */
@NullMarked
package dev.belay.audit.finding;

import org.jspecify.annotations.NullMarked;
