@NullMarked
package dev.belay.aws.table.identity;

import org.jspecify.annotations.NullMarked;
