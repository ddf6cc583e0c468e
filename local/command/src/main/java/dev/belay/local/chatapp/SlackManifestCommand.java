package dev.belay.local.chatapp;

import dev.belay.aws.Aws;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.stack.DeployedStack;
import dev.belay.local.stack.DeployedStacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./belay slack manifest}: the Slack app's manifest, ready to paste. */
@Command(
        name = "manifest",
        description = {
            "print the Slack app's manifest with the stack's URL in it",
            "At api.slack.com/apps: Create New App > From a manifest. The URL is the stack's output",
            "SlackRequestUrl; where the stack cannot be looked at, give it with --url."
        })
final class SlackManifestCommand implements Callable<Integer> {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the API's address, or its output SlackRequestUrl (the stack's outputs tell it)")
    private Optional<URI> url = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it (the standard output)")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;

    SlackManifestCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Optional<URI> address = url.or(this::deployed);
        if (address.isEmpty()) {
            return 1;
        }
        URI requestUrl = SlackManifest.requestUrl(address.get())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--url is https and the API's host, with or without " + SlackManifest.PATH + ", such as"
                                + " https://abc123.execute-api.eu-central-1.amazonaws.com"));
        String manifest = SlackManifest.filled(Checkout.here(), requestUrl);
        if (out.isEmpty()) {
            around.out().print(manifest);
        } else {
            write(out.get(), manifest);
            around.out().println(out.get() + " is written");
        }
        return 0;
    }

    private Optional<URI> deployed() {
        try (Aws there = new Aws(aws.access(around.environment()), around.clock());
                DeployedStacks stacks = new DeployedStacks(there)) {
            Optional<URI> api = stacks.find(aws.stack()).flatMap(DeployedStack::api);
            if (api.isEmpty()) {
                around.errors()
                        .println("there is no stack '" + aws.stack() + "' here that tells its URL: deploy it first, or"
                                + " give --stack and --region, or --url");
            }
            return api;
        } catch (ExternalFailure e) {
            around.errors().println("the stack cannot be looked at: " + e.getMessage() + "; give --url");
            return Optional.empty();
        }
    }

    private static void write(Path file, String manifest) {
        try {
            Files.writeString(file, manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
