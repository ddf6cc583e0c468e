@NullMarked
package dev.belay.aws.table;

import org.jspecify.annotations.NullMarked;
