package dev.tenure.database;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the layers inside the database. */
@AnalyzeClasses(packages = "dev.tenure.database", importOptions = DoNotIncludeTests.class)
class DatabaseRoomTest {

  @ArchTest
  static final ArchRule aLowerLayerNeverKnowsAHigherOne =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("host")
          .definedBy("..database.host..")
          .layer("cluster")
          .definedBy("..database.cluster..")
          .layer("root")
          .definedBy("dev.tenure.database")
          .whereLayer("root")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("cluster")
          .mayOnlyBeAccessedByLayers("root");
}
