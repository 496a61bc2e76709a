package vn.diaba.app.doctor;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Java itself: version, memory, names of files. */
final class Runtimes {
    private static final int OLDEST_JAVA = 17;
    private static final long SMALL_HEAP_MIB = 700;
    private static final long SMALL_MACHINE_MIB = 3_500;
    private static final String VIETNAMESE = "Địa Bạ ờữẫ";

    private Runtimes() {}

    static Check java(int feature, String version) {
        String vendor = System.getProperty("java.vendor", "");
        return feature < OLDEST_JAVA
                ? Check.fault("java", "doctor-java-too-old", version, OLDEST_JAVA)
                : Check.ok("java", "doctor-java", version, vendor, System.getProperty("os.arch", ""));
    }

    static Check memory() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        long machine =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                        ? os.getTotalMemorySize() >> 20
                        : 0;
        int processors = Runtime.getRuntime().availableProcessors();
        boolean small = heap < SMALL_HEAP_MIB || (machine > 0 && machine < SMALL_MACHINE_MIB);
        return small
                ? Check.warning("memory", "doctor-memory-small", machine, heap, processors)
                : Check.ok("memory", "doctor-memory", machine, heap, processors);
    }

    /** Java on Linux can only open files whose names the locale's character set has. */
    static Check fileNames(String encoding) {
        try {
            if (Charset.forName(encoding).newEncoder().canEncode(VIETNAMESE)) {
                return Check.ok("file-names", "doctor-file-names", encoding);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Check.warning("file-names", "doctor-file-names-poor", encoding);
        }
        return Check.warning("file-names", "doctor-file-names-poor", encoding);
    }
}
