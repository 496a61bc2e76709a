package vn.diaba.app.text;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.diaba.app.ProgramClasses;

/**
 * All texts of the form of a code (words of small letters and digits joined by hyphens) that compiled classes of the
 * program hold as string constants, with a class that holds each. Names in annotations are no string constants and do not
 * count.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">JVMS 4.4, the constant pool</a>
 */
final class CodeLiterals {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
    private static final int UTF8 = 1;
    private static final int STRING = 8;
    /** Bytes of a constant behind its tag, by tag. */
    private static final Map<Integer, Integer> SIZES = Map.ofEntries(
            Map.entry(3, 4),
            Map.entry(4, 4),
            Map.entry(5, 8),
            Map.entry(6, 8),
            Map.entry(7, 2),
            Map.entry(9, 4),
            Map.entry(10, 4),
            Map.entry(11, 4),
            Map.entry(12, 4),
            Map.entry(15, 3),
            Map.entry(16, 2),
            Map.entry(17, 4),
            Map.entry(18, 4),
            Map.entry(19, 2),
            Map.entry(20, 2));

    private CodeLiterals() {}

    static Map<String, String> ofProgram() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (JavaClass type : ProgramClasses.all()) {
            try (InputStream in =
                    type.getSource().orElseThrow().getUri().toURL().openStream()) {
                for (String literal : in(in)) {
                    found.putIfAbsent(literal, type.getName());
                }
            }
        }
        return found;
    }

    private static Set<String> in(InputStream classFile) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(classFile));
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        Map<Integer, String> texts = new TreeMap<>();
        Set<Integer> strings = new HashSet<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts.put(i, in.readUTF());
            } else if (tag == STRING) {
                strings.add(in.readUnsignedShort());
            } else {
                in.skipNBytes(SIZES.get(tag));
                i += tag == 5 || tag == 6 ? 1 : 0;
            }
        }
        Set<String> codes = new TreeSet<>();
        for (int index : strings) {
            if (CODE.matcher(texts.get(index)).matches()) {
                codes.add(texts.get(index));
            }
        }
        return codes;
    }
}
