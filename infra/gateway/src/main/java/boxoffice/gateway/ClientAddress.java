package boxoffice.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as one household is one caller. */
final class ClientAddress {

    /** An IPv6 customer has at least so many bytes of network, and all addresses in it. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The address, which the server took from trusted proxies alone; the network in IPv6. */
    static String of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        return address.indexOf(':') < 0 ? address : networkOf(address);
    }

    private static String networkOf(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
