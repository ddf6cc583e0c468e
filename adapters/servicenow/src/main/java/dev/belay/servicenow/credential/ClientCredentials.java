package dev.belay.servicenow.credential;

/** What Belay shows to ServiceNow's token endpoint: the id and the secret of its OAuth application. */
public record ClientCredentials(String clientId, String clientSecret) {
    public ClientCredentials {
        if (clientId.isBlank() || clientSecret.isBlank()) {
            throw new IllegalArgumentException("ServiceNow's client id and client secret must not be empty");
        }
    }

    @Override
    public String toString() {
        return "the client credentials of " + clientId;
    }
}
