@NullMarked
package dev.belay.aws.table.event;

import org.jspecify.annotations.NullMarked;
