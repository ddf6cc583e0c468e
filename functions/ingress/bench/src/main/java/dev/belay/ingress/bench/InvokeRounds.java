package dev.belay.ingress.bench;

import dev.belay.teams.protocol.BotConnectorToken;
import dev.belay.teams.protocol.Cloud;
import dev.belay.teams.protocol.InboundActivity;
import dev.belay.teams.protocol.MalformedActivity;
import dev.belay.teams.protocol.ServiceHosts;
import dev.belay.teams.protocol.SigningKeys;
import dev.belay.teams.protocol.TeamsActivity;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Prints the microseconds of a bare RS256 verification of a token's bytes, and of proving and parsing an invoke with it. */
final class InvokeRounds {
    private static final int INVOKES = 200;
    private static final int UNTIL_WARM = 5_000;

    private final long now = System.currentTimeMillis() / 1000;
    private final Invoke invoke = new Invoke(now);
    private final byte[] body = invoke.body();
    private final byte[] signed = invoke.signed();
    private final byte[] signature = invoke.signature();
    private final String authorization = invoke.authorization();
    private final URI metadata = Cloud.PUBLIC.openIdMetadata();
    private final SigningKeys keys =
            new SigningKeys(metadata, _ -> invoke.published(metadata.toString()), Clock.systemUTC());
    private final BotConnectorToken token = new BotConnectorToken(Invoke.APP, Cloud.PUBLIC.issuer(), keys);
    private final ServiceHosts hosts = new ServiceHosts(Cloud.PUBLIC.serviceHosts());
    private final Set<String> tenants = Set.of(Invoke.TENANT);
    private int sink;

    private InvokeRounds() throws GeneralSecurityException {}

    public static void main(String[] arguments) throws Exception {
        new InvokeRounds().print(Integer.parseInt(arguments[0]));
    }

    private void print(int rounds) throws MalformedActivity, GeneralSecurityException {
        double[] bare = new double[rounds];
        double[] whole = new double[rounds];
        for (int i = 0; i < UNTIL_WARM; i++) {
            rs256();
            press();
        }
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            for (int n = 0; n < INVOKES; n++) {
                rs256();
            }
            long middle = System.nanoTime();
            for (int n = 0; n < INVOKES; n++) {
                press();
            }
            bare[i] = (middle - start) / 1e3 / INVOKES;
            whole[i] = (System.nanoTime() - middle) / 1e3 / INVOKES;
        }
        System.out.printf(Locale.ROOT, "%.2f %.2f%n", WarmRounds.median(bare), WarmRounds.median(whole));
        System.err.print(sink == 42 ? " " : "");
    }

    private void rs256() throws GeneralSecurityException {
        Signature proof = Signature.getInstance("SHA256withRSA");
        proof.initVerify(invoke.key());
        proof.update(signed);
        sink += proof.verify(signature) ? 1 : 0;
    }

    private void press() throws MalformedActivity {
        BotConnectorToken.Proved proved = (BotConnectorToken.Proved) token.prove(authorization, now);
        InboundActivity activity = InboundActivity.of(body);
        if (proved.authFailure(activity) != null || activity.authFailure(tenants, hosts) != null) {
            throw new IllegalStateException("the invoke was not proved");
        }
        TeamsActivity said = TeamsActivity.of(activity, Instant.EPOCH);
        sink += ((TeamsActivity.Pressed) said).press().button().action().length();
    }
}
