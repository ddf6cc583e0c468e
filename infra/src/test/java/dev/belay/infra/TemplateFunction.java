package dev.belay.infra;

import dev.belay.simulator.aws.call.Permission;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One function of the template, and the role that it runs under. */
record TemplateFunction(Template template, String id) {
    private static final String STACK = "${AWS::StackName}";

    /** The function's name without the stack's, e.g. {@code card-action}. */
    String name() {
        return properties().at("FunctionName", "Fn::Sub").text().substring((STACK + "-").length());
    }

    String handler() {
        return properties().at("Handler").text();
    }

    Tree properties() {
        return template.resource(id).at("Properties");
    }

    Set<String> environment() {
        return properties().at("Environment", "Variables").names();
    }

    /** The statements of one policy of its role: {@code code} for what our code does, {@code lambda-itself} for the rest. */
    Stream<Tree> statements(String policy) {
        String role = properties().at("Role", "Fn::GetAtt").text().replace(".Arn", "");
        return template.resource(role).at("Properties", "Policies").elements().stream()
                .filter(each -> each.at("PolicyName").text().equals(policy))
                .flatMap(each -> each.at("PolicyDocument", "Statement").elements().stream());
    }

    /**
     * What our code in this function may do.
     *
     * @param stack the stack's name
     * @param parameters what the template's parameters are given, e.g. the name of the secret for each secret's ARN
     */
    Set<Permission> permissions(String stack, Map<String, String> parameters) {
        Map<String, String> given = new TreeMap<>(parameters);
        given.put("AWS::StackName", stack);
        return statements("code")
                .flatMap(statement -> statement.at("Action").elements().stream()
                        .flatMap(action -> statement.at("Resource").elements().stream()
                                .map(resource -> new Permission(action.text(), name(resource, given)))))
                .collect(Collectors.toSet());
    }

    private String name(Tree resource, Map<String, String> given) {
        return resource.call("Fn::GetAtt")
                .map(arn -> named(arn.text().replace(".Arn", ""), given))
                .or(() -> resource.call("Ref")
                        .map(Tree::text)
                        .map(id -> isResource(id) ? named(id, given) : value(id, given)))
                .or(() -> resource.call("Fn::Sub")
                        .map(arn -> filled(arn.text(), given))
                        .map(arn -> arn.substring(arn.lastIndexOf(':') + 1).replaceFirst("^(parameter|table/)", "")))
                .orElseThrow(() -> new AssertionError("a permission for " + resource.value()));
    }

    private boolean isResource(String id) {
        return template.tree().at("Resources").names().contains(id);
    }

    private String named(String resource, Map<String, String> given) {
        Tree properties = template.resource(resource).at("Properties");
        return Stream.of("TableName", "QueueName", "TopicName")
                .map(properties::at)
                .filter(Tree::isThere)
                .map(name -> filled(name.at("Fn::Sub").text(), given))
                .findFirst()
                .orElseThrow(() -> new AssertionError(resource + " has no name"));
    }

    private static String filled(String text, Map<String, String> given) {
        String filled = text;
        for (Map.Entry<String, String> entry : given.entrySet()) {
            filled = filled.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }

    private static String value(String parameter, Map<String, String> given) {
        String value = given.get(parameter);
        if (value == null) {
            throw new AssertionError("nothing is given for the parameter " + parameter);
        }
        return value;
    }
}
