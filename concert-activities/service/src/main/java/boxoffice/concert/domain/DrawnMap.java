package boxoffice.concert.domain;

import java.util.List;

/** A map without a flaw: sections, and places each of which lies in one of them. */
public record DrawnMap(int stageX, int stageY, List<MapSection> sections, List<MapPlace> places) {

    public DrawnMap {
        sections = List.copyOf(sections);
        places = List.copyOf(places);
    }
}
