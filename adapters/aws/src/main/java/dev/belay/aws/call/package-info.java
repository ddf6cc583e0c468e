/** One call to AWS: how it fails, and how long its answer is good for. */
@NullMarked
package dev.belay.aws.call;

import org.jspecify.annotations.NullMarked;
