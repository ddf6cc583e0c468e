package dev.belay.tool;

import java.util.Optional;

/** The image in which LocalStack runs: AWS's APIs on one port. */
public final class LocalStackImage {
    /** The last one that needs no account at LocalStack. */
    private static final String USUAL = "localstack/localstack:4.14.0";

    private LocalStackImage() {}

    /** The one that {@code BELAY_LOCALSTACK_IMAGE} names, else the one that LocalStack published. */
    public static String name() {
        return Optional.ofNullable(System.getenv("BELAY_LOCALSTACK_IMAGE"))
                .filter(name -> !name.isBlank())
                .orElse(USUAL);
    }
}
