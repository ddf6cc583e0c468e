package dev.belay.tool;

import java.util.Optional;

/** The image in which a deployed function runs: a JDK 25 with AWS's runtime interface client and emulator. */
public final class LambdaImage {
    /** AWS's own. */
    private static final String USUAL = "public.ecr.aws/lambda/java:25";

    private LambdaImage() {}

    /** The one that {@code BELAY_LAMBDA_IMAGE} names, else the one that AWS published. */
    public static String name() {
        return Optional.ofNullable(System.getenv("BELAY_LAMBDA_IMAGE"))
                .filter(name -> !name.isBlank())
                .orElse(USUAL);
    }
}
