package dev.belay.infra.deployed;

import dev.belay.infra.ToolRun;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where containers find this machine. */
final class DockerBridge {
    private static final int HTTPS = 443;
    private static final List<String> INTERFACE = List.of(
            "docker",
            "network",
            "inspect",
            "bridge",
            "--format",
            "{{index .Options \"com.docker.network.bridge.name\"}}");

    private DockerBridge() {}

    /** The engine's bridge where that is an interface of this machine; else loopback, to which engines in a virtual machine lead. */
    static InetSocketAddress address() {
        String name = ToolRun.of(INTERFACE, Map.of()).output().strip();
        try {
            return Optional.ofNullable(name.isEmpty() ? null : NetworkInterface.getByName(name)).stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .findFirst()
                    .map(address -> new InetSocketAddress(address, HTTPS))
                    .orElseGet(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), HTTPS));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }
}
