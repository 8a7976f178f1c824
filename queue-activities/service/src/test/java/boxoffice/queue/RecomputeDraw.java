package boxoffice.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Reads the answer of {@code GET …/draw} and draws again: run it with nothing but a JDK. */
final class RecomputeDraw {

    public static void main(String[] arguments) throws Exception {
        var draw = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        var seed = draw.replaceAll("(?s).*\"seed\"\\s*:\\s*\"(\\w+)\".*", "$1");
        var shown =
                Pattern.compile("\"([0-9a-f]{64})\"")
                        .matcher(draw.substring(draw.indexOf("\"entries\"")))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        var drawn =
                shown.stream().sorted(Comparator.comparing(e -> sha256(seed + ":" + e))).toList();
        System.out.println("the seed is the one bound to: " + draw.contains(sha256(seed)));
        System.out.println("the order is the one drawn:   " + drawn.equals(shown));
    }

    private static String sha256(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
