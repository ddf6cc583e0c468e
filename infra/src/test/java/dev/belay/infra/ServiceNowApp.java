package dev.belay.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The application for ServiceNow as its own SDK builds it: the records in the zip that an administrator installs. */
final class ServiceNowApp {
    static final String SCOPE = "x_belay_chat";

    private static final Path HOME =
            Path.of("../.belay/servicenow").toAbsolutePath().normalize();

    private final List<AppRecord> records;

    private ServiceNowApp(List<AppRecord> records) {
        this.records = List.copyOf(records);
    }

    /**
     * A record that is installed.
     *
     * @param table where it goes to
     * @param fields its columns
     */
    record AppRecord(String table, Map<String, String> fields) {
        AppRecord {
            fields = Map.copyOf(fields);
        }

        /** Empty where the column is. */
        String at(String column) {
            return fields.getOrDefault(column, "");
        }
    }

    /** Builds it and looks into the zip. */
    static ServiceNowApp built(String... arguments) {
        try {
            return ToolRun.alone(HOME, () -> read(build(arguments)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path build(String... arguments) {
        List<String> command = new ArrayList<>(List.of("servicenow/build"));
        command.addAll(List.of(arguments));
        ToolRun run = ToolRun.of(command, Map.of("BELAY_SERVICENOW_FOLDER", HOME.toString()));
        if (run.status() != 0) {
            throw new IllegalStateException("the application for ServiceNow is not built:\n" + run.output());
        }
        return Path.of(run.output().strip().lines().toList().getLast());
    }

    private static ServiceNowApp read(Path zip) throws IOException {
        List<AppRecord> records = new ArrayList<>();
        try (FileSystem content = FileSystems.newFileSystem(zip);
                Stream<Path> files = Files.walk(content.getPath("/"))) {
            List<Path> updates = files.filter(file -> file.toString().matches("/(update|scope)/.+\\.xml"))
                    .sorted()
                    .toList();
            for (Path update : updates) {
                records.add(record(update));
            }
        }
        return new ServiceNowApp(records);
    }

    private static AppRecord record(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Document document = factory.newDocumentBuilder().parse(in);
            Element update = elements(document.getDocumentElement()).getFirst();
            Map<String, String> fields = new HashMap<>();
            for (Element field : elements(update)) {
                fields.put(field.getTagName(), field.getTextContent());
                fields.put(field.getTagName() + "@name", field.getAttribute("name"));
            }
            return new AppRecord(update.getTagName(), fields);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not read", e);
        }
    }

    private static List<Element> elements(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    List<AppRecord> all() {
        return records;
    }

    /** The records that go into a table. */
    List<AppRecord> of(String table) {
        return records.stream().filter(record -> record.table().equals(table)).toList();
    }

    /** The names of the roles that a rule asks for one of. */
    List<String> rolesOf(AppRecord acl) {
        return of("sys_security_acl_role").stream()
                .filter(each -> each.at("sys_security_acl").equals(acl.at("sys_id")))
                .map(each -> each.at("sys_user_role@name"))
                .toList();
    }
}
