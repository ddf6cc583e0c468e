/** What a story is played on: the running world, and what is done and read back there. */
@NullMarked
package dev.belay.local.demo.stage;

import org.jspecify.annotations.NullMarked;
