@NullMarked
package dev.belay.aws.table.message;

import org.jspecify.annotations.NullMarked;
