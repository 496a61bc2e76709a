package vn.diaba.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of the whole program, without its tests. */
public final class ProgramClasses {
    private ProgramClasses() {}

    /** All of them, read from folders and jars on the class path. */
    public static JavaClasses all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("vn.diaba");
    }
}
