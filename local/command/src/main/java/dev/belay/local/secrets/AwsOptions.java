package dev.belay.local.secrets;

import dev.belay.aws.AwsAccess;
import dev.belay.local.stack.RememberedStack;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Which stack, and where AWS is; the keys are found by AWS's own chain. */
@Command
public final class AwsOptions {
    private static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "the stack's name, with which its secrets' and queues' begin (setup's, else belay)")
    private Optional<String> stack = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "where the stack is (setup's, else AWS_REGION or the profile's)")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--setup",
            paramLabel = "FOLDER",
            description = "the folder of setup that says which stack, where --stack does not (" + RememberedStack.FOLDER
                    + ")")
    private Path folder = Path.of(RememberedStack.FOLDER);

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** The stack's name. */
    public String stack() {
        String name = stack.or(() -> remembered().map(RememberedStack::name)).orElse("belay");
        if (!STACK.matcher(name).matches()) {
            throw new ParameterException(command.commandLine(), "--stack is a stack's name, such as belay");
        }
        return name;
    }

    /** What setup remembers, where it is the stack that is meant. */
    private Optional<RememberedStack> remembered() {
        return RememberedStack.in(folder)
                .filter(there -> stack.isEmpty() || stack.get().equals(there.name()));
    }

    /**
     * Where AWS is, as the options, setup and the environment say. What was taken from setup is said.
     *
     * @param environment the variables of this process
     */
    public AwsAccess access(Map<String, String> environment) {
        Optional<RememberedStack> remembered = remembered();
        Optional<String> theirs = remembered.flatMap(RememberedStack::region);
        String where = region.or(() -> theirs).or(() -> region(environment)).orElseThrow(this::unknown);
        if (remembered.isPresent() && (stack.isEmpty() || (region.isEmpty() && theirs.isPresent()))) {
            command.commandLine()
                    .getErr()
                    .println("stack " + stack() + " in " + where + ", as "
                            + remembered.get().file() + " says");
        }
        return access(where, environment);
    }

    /** The region that the environment says, or the profile; none where neither does. */
    public static Optional<String> region(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("AWS_REGION"))
                .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")))
                .filter(name -> !name.isBlank())
                .or(AwsOptions::ofProfile);
    }

    /** Where AWS is in this region. */
    public static AwsAccess access(String region, Map<String, String> environment) {
        AwsAccess access = new AwsAccess(
                region,
                Optional.ofNullable(environment.get("AWS_ENDPOINT_URL"))
                        .filter(url -> !url.isBlank())
                        .map(URI::create),
                Optional.empty());
        return keys(environment).map(access::with).orElse(access);
    }

    /** The chain would find them too, but in this process' environment alone. */
    private static Optional<AwsAccess.Keys> keys(Map<String, String> environment) {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String key = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        return id.isBlank() || key.isBlank()
                ? Optional.empty()
                : Optional.of(new AwsAccess.Keys(
                        id,
                        key,
                        Optional.ofNullable(environment.get("AWS_SESSION_TOKEN"))
                                .filter(token -> !token.isBlank())));
    }

    private static Optional<String> ofProfile() {
        try {
            return Optional.of(
                    DefaultAwsRegionProviderChain.builder().build().getRegion().id());
        } catch (SdkClientException e) {
            return Optional.empty();
        }
    }

    private ParameterException unknown() {
        return new ParameterException(
                command.commandLine(), "which region is the stack in? Give --region, or set AWS_REGION");
    }
}
