package dev.belay.simulator.servicenow.rest;

import dev.belay.simulator.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One request that the product made.
 *
 * @param table the table, or {@code oauth_token}, or {@code on_call_rota} for who is on call
 * @param sysId empty where the request is about no single record
 * @param query the decoded query string
 */
public record Call(String method, String table, String sysId, String query) {
    /** The request as a call of the product; none when a person made it, with a password or a browser. */
    public static Optional<Call> of(Request request) {
        if (request.path().equals(OAuth.PATH)) {
            return Optional.of(new Call(request.method(), "oauth_token", "", ""));
        }
        boolean person = !request.path().startsWith("/api/")
                || request.header("authorization").filter(Access::isBasic).isPresent();
        return person ? Optional.empty() : Optional.of(tableCall(request));
    }

    /** Such as {@code PATCH incident}. */
    public String name() {
        return method + " " + table;
    }

    private static Call tableCall(Request request) {
        if (AttachmentApi.isAt(request.path())) {
            return new Call(request.method(), AttachmentApi.NAME, "", decodedQuery(request));
        }
        if (request.path().equals(OnCallApi.PATH)) {
            return new Call(request.method(), OnCallApi.NAME, "", decodedQuery(request));
        }
        Optional<TableAddress> address = TableAddress.of(request.path());
        return new Call(
                request.method(),
                address.map(TableAddress::table).orElse("unknown"),
                address.flatMap(TableAddress::sysId).orElse(""),
                decodedQuery(request));
    }

    private static String decodedQuery(Request request) {
        return URLDecoder.decode(request.rawQuery(), StandardCharsets.UTF_8);
    }
}
