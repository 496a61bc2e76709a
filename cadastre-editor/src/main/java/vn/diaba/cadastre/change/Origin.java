package vn.diaba.cadastre.change;

import java.util.regex.Pattern;

/**
 * Where a change set comes from. One that only a newer version of the program names is carried along under its name and taken
 * for work of this workstation. Immutable.
 *
 * @param name permanent, capital letters A to Z and low lines, at most 40
 */
public record Origin(String name) {
    /** A person at this workstation. */
    public static final Origin SURVEYOR = new Origin("SURVEYOR");
    /** A file. */
    public static final Origin IMPORT = new Origin("IMPORT");
    /** The central land database, by sync. */
    public static final Origin LAND_DATABASE = new Origin("LAND_DATABASE");

    /** Rejects what cannot be a name. */
    public Origin {
        if (!Pattern.matches("[A-Z_]{1,40}", name)) {
            throw new IllegalArgumentException("not an origin: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
