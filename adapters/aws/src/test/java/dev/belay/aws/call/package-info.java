@NullMarked
package dev.belay.aws.call;

import org.jspecify.annotations.NullMarked;
