package dev.belay.aws.protocol;

import java.util.Optional;

/** Under whose name AWS is called. */
record AwsCredentials(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
    /** Without the key. */
    @Override
    public String toString() {
        return "AwsCredentials[" + accessKeyId + "]";
    }
}
