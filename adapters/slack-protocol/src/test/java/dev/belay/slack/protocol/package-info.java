@NullMarked
package dev.belay.slack.protocol;

import org.jspecify.annotations.NullMarked;
