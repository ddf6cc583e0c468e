/** The adapters on LocalStack, whose AWS nobody here wrote. */
@NullMarked
package dev.belay.aws.localstack;

import org.jspecify.annotations.NullMarked;
