package boxoffice.concert.domain;

import boxoffice.kernel.Money;
import java.util.List;

/**
 * A price grade and the seats that are in it: those named, and those of its sections that no grade
 * names.
 */
public record GradeRule(String grade, Money price, List<String> sections, List<String> seatNos) {

    public static final int GRADE_LENGTH_MAX = 20;
    public static final int GRADES_MAX = 50;
    public static final int SEATS_MAX = 5_000;

    public GradeRule {
        sections = List.copyOf(sections);
        seatNos = seatNos.stream().sorted().toList();
    }
}
