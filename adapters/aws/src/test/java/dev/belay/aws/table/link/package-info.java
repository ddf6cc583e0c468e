@NullMarked
package dev.belay.aws.table.link;

import org.jspecify.annotations.NullMarked;
