package dev.belay.wiring.secret;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.credential.CredentialId;
import dev.belay.pager.PagerSecret;
import dev.belay.secret.PagerShape;
import dev.belay.secret.SecretKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One pager's token or key, from the secret {@code {"<pager>": "<token or key>"}}. */
public final class SecretPagerKey implements PagerSecret {
    private final Secrets secrets;
    private final Supplier<String> arn;
    private final String pager;
    private final Refusals refusals;
    private final CheckedSecret checked;

    public SecretPagerKey(Secrets secrets, Supplier<String> arn, String pager, Refusals refusals) {
        this.secrets = secrets;
        this.arn = arn;
        this.pager = pager;
        this.refusals = refusals;
        this.checked = new CheckedSecret(
                new CredentialId(CredentialId.Kind.PAGER, pager), SecretKind.PAGERS, this::problems, refusals);
    }

    private List<String> problems(Secret secret) {
        return secret.find(pager).isEmpty()
                ? List.of("it has nothing for the pager " + pager + ": store its token or key there")
                : PagerShape.problems(secret.texts(), pager);
    }

    @Override
    public String current() {
        String id = arn.get();
        return checked.of(found(secrets.find(id)), () -> found(secrets.findNow(id)))
                .text(pager);
    }

    @Override
    public String reread() {
        return checked.of(found(secrets.findNow(arn.get()))).text(pager);
    }

    @Override
    public void refused(String said) {
        refusals.states().refused(checked.id(), said);
    }

    @Override
    public void taken() {
        refusals.states().taken(checked.id());
    }

    private Secret found(Optional<Secret> stored) {
        return stored.orElseThrow(() -> checked.missing(arn.get()));
    }
}
