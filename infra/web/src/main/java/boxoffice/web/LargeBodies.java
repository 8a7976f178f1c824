package boxoffice.web;

import java.util.List;

/**
 * Declares, as a bean, the paths whose bodies may be larger than elsewhere. What reads them must
 * bound what it makes of them.
 *
 * @param paths in Spring's path pattern syntax
 * @param bytesMax of one body
 */
public record LargeBodies(List<String> paths, int bytesMax) {

    public LargeBodies {
        paths = List.copyOf(paths);
    }
}
