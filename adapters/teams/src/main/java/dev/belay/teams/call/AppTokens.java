package dev.belay.teams.call;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.RetryAfter;
import dev.belay.failure.Unavailable;
import dev.belay.http.HttpSender;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tokens of our app for the Bot Connector and for Graph, from one application object for each tenant, which keeps them. */
final class AppTokens {
    private static final String SYSTEM = "entra";
    private static final String PUBLIC_LOGIN = "https://login.microsoftonline.com";

    private static final Pattern ERROR = Pattern.compile("(?!unknown|null)[a-z][a-z_]{0,79}");

    /** msal4j forgets the status of an answer without a body or without JSON, and of this error, which comes with 400 (RFC 6749, 5.2). */
    private static final String INVALID_GRANT = "invalid_grant";

    private static final int BAD_REQUEST = 400;

    /** What can stand in a header. */
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7E]+");

    private final HttpSender http;
    private final Credentials credentials;
    private final Clock clock;
    private final Map<String, Application> applications = new HashMap<>();

    private record Application(String app, URI login, Credential credential, ConfidentialClientApplication client) {
        boolean isFor(String app, URI login, Credential credential) {
            return this.app.equals(app) && this.login.equals(login) && this.credential.equals(credential);
        }
    }

    AppTokens(HttpSender http, Credentials credentials, Clock clock) {
        this.http = http;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * @param login where tokens come from
     * @param fresh whether the one that is kept was refused
     */
    String token(String tenant, String app, URI login, String scope, boolean fresh) {
        Application kept = application(tenant, app, login);
        try {
            return ask(kept, scope, fresh);
        } catch (CredentialsRefused e) {
            Credential again = credentials.reread(tenant);
            if (again.equals(kept.credential())) {
                throw told(tenant, e);
            }
            return askOnceMore(tenant, renewed(tenant, app, login, again), scope);
        }
    }

    private String askOnceMore(String tenant, Application renewed, String scope) {
        try {
            return ask(renewed, scope, true);
        } catch (CredentialsRefused e) {
            throw told(tenant, e);
        }
    }

    private CredentialsRefused told(String tenant, CredentialsRefused refused) {
        credentials.refused(tenant, refused.said());
        return refused;
    }

    /** A secret that was replaced is used from then on, also while the old one still works. */
    private synchronized Application application(String tenant, String app, URI login) {
        Credential current = credentials.current(tenant);
        Application known = applications.get(tenant);
        return known != null && known.isFor(app, login, current) ? known : renewed(tenant, app, login, current);
    }

    private synchronized Application renewed(String tenant, String app, URI login, Credential credential) {
        boolean known = "https".equals(login.getScheme());
        try {
            ConfidentialClientApplication client = ConfidentialClientApplication.builder(app, proof(credential))
                    .authority((known ? login.toString() : PUBLIC_LOGIN) + "/" + tenant + "/")
                    .httpClient(new LoginHttpClient(http, login, clock))
                    .executorService(new CallersThread())
                    .build();
            Application made = new Application(app, login, credential, client);
            applications.put(tenant, made);
            return made;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("the address that tokens come from is none: " + login, e);
        }
    }

    private static IClientCredential proof(Credential credential) {
        return switch (credential) {
            case Credential.Secret(String value) -> ClientCredentialFactory.createFromSecret(value);
            case Credential.Certificate(var key, var certificate) ->
                ClientCredentialFactory.createFromCertificate(key, certificate);
        };
    }

    private String ask(Application application, String scope, boolean fresh) {
        ClientCredentialParameters parameters = ClientCredentialParameters.builder(Set.of(scope))
                .skipCache(fresh)
                .build();
        try {
            return given(application.client().acquireToken(parameters).get().accessToken());
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(SYSTEM, "interrupted", Optional.empty());
        }
    }

    /** Whatever else answers with 200 in Entra ID's place, msal4j takes it for success. */
    private static String given(@Nullable String token) {
        if (token == null || !HEADER_SAFE.matcher(token).matches()) {
            throw new Unavailable(SYSTEM, "an answer without a token", Optional.empty());
        }
        return token;
    }

    private RuntimeException failed(Throwable cause) {
        Optional<Unavailable> notBegun = unavailable(cause);
        if (notBegun.isPresent()) {
            return notBegun.get();
        }
        if (!(cause instanceof MsalServiceException said)) {
            return new Unavailable(SYSTEM, "no token: " + cause.getClass().getSimpleName(), Optional.empty());
        }
        String error = String.valueOf(said.errorCode());
        if (said.statusCode() == null && !error.equals(INVALID_GRANT)) {
            return new Unavailable(SYSTEM, "no token: an answer without a status", Optional.empty());
        }
        int status = said.statusCode() == null ? BAD_REQUEST : said.statusCode();
        Optional<String> number = EntraErrors.number(String.valueOf(said.getMessage()));
        if (status == 429
                || status == 408
                || status >= 500
                || error.equals("temporarily_unavailable")
                || number.filter(EntraErrors::isTemporary).isPresent()) {
            return new Unavailable(
                    SYSTEM,
                    "no token: HTTP " + status + number.map(EntraErrors::advice).orElse(""),
                    retryAfter(said));
        }
        if (!ERROR.matcher(error).matches()) { // not said by Entra ID: its errors are such words (RFC 6749, 5.2)
            return new Unavailable(
                    SYSTEM, "no token: HTTP " + status + ", and not Entra ID's answer", retryAfter(said));
        }
        return new CredentialsRefused(
                SYSTEM, "no token: " + error + number.map(EntraErrors::advice).orElse(""));
    }

    /** Our own, from where the request is sent; msal4j wraps it. */
    private static Optional<Unavailable> unavailable(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(Unavailable.class::isInstance)
                .map(Unavailable.class::cast)
                .findFirst();
    }

    /** msal4j does not heed it for an app's own tokens. */
    private Optional<Duration> retryAfter(MsalServiceException said) {
        Map<String, List<String>> headers = said.headers() == null ? Map.of() : said.headers();
        return headers.entrySet().stream()
                .filter(header -> header.getKey() != null
                        && header.getKey().toLowerCase(Locale.ROOT).equals("retry-after"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .flatMap(header -> RetryAfter.of(header, clock.instant()));
    }
}
