/** Measures how soon the page of {@code ./belay local} shows what a press did. */
@NullMarked
package dev.belay.local.bench;

import org.jspecify.annotations.NullMarked;
