/** What setup is told: the questions, and the answers that were typed, read from a file, or given before. */
@NullMarked
package dev.belay.local.setup.answer;

import org.jspecify.annotations.NullMarked;
