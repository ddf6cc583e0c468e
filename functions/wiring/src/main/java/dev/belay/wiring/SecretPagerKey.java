package dev.belay.wiring;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.failure.CredentialsRefused;
import dev.belay.health.Counters;
import dev.belay.pager.PagerSecret;
import dev.belay.secret.PagerShape;
import dev.belay.secret.SecretKind;
import java.util.Optional;
import java.util.function.Supplier;

/** One pager's token or key, from the secret {@code {"<pager>": "<token or key>"}}. */
final class SecretPagerKey implements PagerSecret {
    private final Secrets secrets;
    private final Supplier<String> arn;
    private final String pager;
    private final Counters counters;

    SecretPagerKey(Secrets secrets, Supplier<String> arn, String pager, Counters counters) {
        this.secrets = secrets;
        this.arn = arn;
        this.pager = pager;
        this.counters = counters;
    }

    @Override
    public String current() {
        return of(secrets.find(arn.get()));
    }

    @Override
    public String reread() {
        return of(secrets.findNow(arn.get()));
    }

    private String of(Optional<Secret> stored) {
        Secret secret = stored.orElseThrow(() -> CheckedSecret.missing(SecretKind.PAGERS, arn.get(), counters));
        if (secret.find(pager).isEmpty()) {
            throw new CredentialsRefused(
                    "pager", secret + " has nothing for the pager " + pager + ": store its token or key there");
        }
        return CheckedSecret.of(secret, SecretKind.PAGERS, PagerShape.problems(secret.texts(), pager), counters)
                .text(pager);
    }
}
