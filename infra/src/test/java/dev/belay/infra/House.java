package dev.belay.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The repository as a set of modules, each in one room, so that the rules of the architecture are asked of what is there
 * and not of what somebody remembered to list.
 *
 * @param modules those that the build lists and that hold production code
 * @param unlisted the folders with a pom of their own that the build does not list
 */
record House(List<Module> modules, Set<String> unlisted) {
    private static final List<String> FLOORS = List.of("adapters", "functions", "local", "infra");

    /**
     * One module of the build.
     *
     * @param folder from the root, e.g. {@code adapters/slack}
     * @param packages those of its production code
     */
    record Module(String folder, Set<String> packages) {
        String name() {
            return folder.substring(folder.indexOf('/') + 1);
        }

        @Override
        public String toString() {
            return folder;
        }
    }

    /** Reads the repository in this folder. */
    static House in(Path root) {
        List<String> listed = listed(root.resolve("pom.xml"));
        List<Module> modules = listed.stream()
                .map(folder -> new Module(folder, packages(root.resolve(folder).resolve("src/main/java"))))
                .filter(module -> !module.packages().isEmpty())
                .toList();
        Set<String> unlisted = new TreeSet<>(folders(root));
        listed.forEach(unlisted::remove);
        return new House(modules, unlisted);
    }

    List<Module> in(Room room) {
        return modules.stream()
                .filter(module -> Room.of(module.folder()).filter(room::equals).isPresent())
                .toList();
    }

    /** All packages of these rooms. */
    Set<String> packages(Room... rooms) {
        Set<String> packages = new TreeSet<>();
        Stream.of(rooms).flatMap(room -> in(room).stream()).forEach(module -> packages.addAll(module.packages()));
        return packages;
    }

    /** The packages of the module in this folder; none where there is no such module. */
    Set<String> packages(String folder) {
        Set<String> packages = new TreeSet<>();
        modules.stream()
                .filter(module -> module.folder().equals(folder))
                .forEach(module -> packages.addAll(module.packages()));
        return packages;
    }

    /**
     * What no rule would cover, in sentences that say what to do about it.
     *
     * @param imported the packages that the rules see
     */
    List<String> gaps(Set<String> imported) {
        List<String> gaps = new ArrayList<>();
        TreeMap<String, String> owners = new TreeMap<>();
        for (Module module : modules) {
            if (Room.of(module.folder()).isEmpty()) {
                gaps.add(module + " stands in no room: move it into core, adapters, functions or local,"
                        + " or give its folder a room in Room.of and the room a rule in ArchitectureTest");
            }
            for (String name : module.packages()) {
                String other = owners.putIfAbsent(name, module.folder());
                if (other != null) {
                    gaps.add(
                            name + " is a package of " + other + " and of " + module
                                    + ": give one of them a package of its own, because a rule takes a package for one module's");
                }
                if (!imported.contains(name)) {
                    gaps.add("no rule sees " + name + " of " + module + ": let a function use the module,"
                            + " or name it in infra/pom.xml");
                }
            }
        }
        imported.stream()
                .filter(Predicate.not(owners::containsKey))
                .forEach(name -> gaps.add(name + " is the package of no module: list its module in pom.xml"));
        unlisted.forEach(folder -> gaps.add(folder + " has a pom and is no module of the build: list it in pom.xml"));
        return gaps;
    }

    private static List<String> listed(Path pom) {
        List<String> modules = new ArrayList<>();
        for (Element list : children(root(pom), "modules")) {
            children(list, "module")
                    .forEach(module -> modules.add(module.getTextContent().strip()));
        }
        return modules;
    }

    private static Element root(Path pom) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(pom + " is not XML", e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<String> folders(Path root) {
        List<String> folders = new ArrayList<>();
        for (String floor : FLOORS) {
            try (Stream<Path> rooms = Files.list(root.resolve(floor))) {
                rooms.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                        .forEach(folder -> folders.add(floor + "/" + folder.getFileName()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folders;
    }

    private static Set<String> packages(Path sources) {
        Set<String> packages = new TreeSet<>();
        if (Files.isDirectory(sources)) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .map(file -> sources.relativize(file.resolveSibling("")))
                        .forEach(folder -> packages.add(String.join(".", names(folder))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return packages;
    }

    private static List<String> names(Path folder) {
        List<String> names = new ArrayList<>();
        folder.forEach(name -> names.add(name.toString()));
        return names;
    }
}
