/** One call to AWS, and how it fails. */
@NullMarked
package dev.belay.aws.call;

import org.jspecify.annotations.NullMarked;
