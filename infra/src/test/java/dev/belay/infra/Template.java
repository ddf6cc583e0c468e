package dev.belay.infra;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** {@code template.yaml} as it is written, before SAM expands it. */
record Template(Tree tree) {
    static final Path FILE = Path.of("../template.yaml");

    static Template read() {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            return new Template(new Tree(new Yaml(new Intrinsics()).load(reader)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tree resource(String id) {
        return tree.at("Resources", id);
    }

    List<TemplateFunction> functions() {
        return tree.at("Resources").names().stream()
                .filter(id -> resource(id).at("Type").text().equals("AWS::Serverless::Function"))
                .map(id -> new TemplateFunction(this, id))
                .toList();
    }

    /** Reads {@code !Ref X} as {@code {"Ref": X}} and {@code !Sub X} as {@code {"Fn::Sub": X}}. */
    private static final class Intrinsics extends SafeConstructor {
        Intrinsics() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String name = node.getTag().getValue().substring(1);
                    return Map.of(name.equals("Ref") ? name : "Fn::" + name, given(node));
                }
            });
        }

        private Object given(Node node) {
            return switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new AssertionError("a template has no " + node.getNodeId());
            };
        }
    }
}
