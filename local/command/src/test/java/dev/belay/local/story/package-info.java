@NullMarked
package dev.belay.local.story;

import org.jspecify.annotations.NullMarked;
