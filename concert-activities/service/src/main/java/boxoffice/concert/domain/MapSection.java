package boxoffice.concert.domain;

/**
 * A part of a house.
 *
 * @param section short, and the beginning of its seats' numbers
 * @param standing whether its places are nothing to sit on
 */
public record MapSection(String section, String name, boolean standing) {}
