/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.omninode.kafka.test;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.omninode.kafka.test.broker.RunningBrokers;
import io.omninode.kafka.test.tap.Tap;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The rules that hold the library together: its package map, what may be visible, and
 * what none of its code does.
 */
class ArchitectureTests {

	private static final String ROOT = "io.omninode.kafka.test";

	private static final int MAX_PUBLIC_TYPES = 10;

	private static final int MAX_TYPES = 40;

	/**
	 * The package map of the design: each depends only on those before it.
	 */
	private static final List<String> PACKAGES = List.of("waiting", "correlation", "connectivity", "topic", "broker",
			"json", "client", "listener", "application", "serialization", "tap", "diagnosis", "record", "reply", "flow",
			"fault", "report", "load", "junit", "autoconfigure.environment", "autoconfigure.cluster",
			"autoconfigure.application", "autoconfigure");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void everyClassIsInAPackageOfTheMap() {
		ArchRuleDefinition.classes()
			.should()
			.resideInAnyPackage(PACKAGES.stream().map(ArchitectureTests::qualified).toArray(String[]::new))
			.because("a new package belongs into the map of the design first")
			.check(CLASSES);
	}

	@Test
	void eachPackageDependsOnlyOnThoseAboveIt() {
		for (int i = 0; i < PACKAGES.size() - 1; i++) {
			String[] below = PACKAGES.subList(i + 1, PACKAGES.size())
				.stream()
				.map(ArchitectureTests::qualified)
				.toArray(String[]::new);
			ArchRuleDefinition.noClasses()
				.that()
				.resideInAPackage(qualified(PACKAGES.get(i)))
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(below)
				.allowEmptyShould(true)
				.because("packages depend in the order of the map of the design only")
				.check(CLASSES);
		}
	}

	@Test
	void aDependencyOnAPackageBelowIsFound() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ArchRuleDefinition.noClasses()
				.that()
				.resideInAPackage(qualified("autoconfigure"))
				.should()
				.dependOnClassesThat()
				.resideInAPackage(qualified("broker"))
				.check(CLASSES))
			.withMessageContaining("BoundSettings");
	}

	@Test
	void packagesHaveNoCycles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyTheAutoConfigurationKnowsSpringBoot() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(qualified("autoconfigure.."))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(CLASSES);
	}

	@Test
	void noPackageIsADrawer() {
		ArchRuleDefinition.noClasses()
			.should()
			.resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..internal..")
			.because("package-private does that job")
			.check(CLASSES);
	}

	@Test
	void namesSayWhatAClassIs() {
		ArchRuleDefinition.noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager)").check(CLASSES);
	}

	@Test
	void machineryIsPackagePrivate() {
		ArchRuleDefinition.classes()
			.that()
			.haveSimpleNameStartingWith("Default")
			.should()
			.bePackagePrivate()
			.check(CLASSES);
	}

	@Test
	void everyPackageIsNullMarked() {
		Set<JavaPackage> packages = CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
		assertThat(packages).isNotEmpty()
			.allSatisfy((each) -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
	}

	@Test
	void aPackageHasNoMoreThanTenPublicTypes() {
		Map<String, Set<String>> types = new TreeMap<>();
		CLASSES.stream()
			.filter((each) -> each.isTopLevelClass() && each.getModifiers().contains(JavaModifier.PUBLIC))
			.forEach((each) -> types.computeIfAbsent(each.getPackageName(), (name) -> new TreeSet<>())
				.add(each.getSimpleName()));
		assertThat(types).isNotEmpty();
		assertThat(types.values()).allSatisfy((each) -> assertThat(each).hasSizeLessThanOrEqualTo(MAX_PUBLIC_TYPES));
	}

	@Test
	void aPackageHasNoMoreThanFortyTypes() {
		Map<String, Long> types = CLASSES.stream()
			.filter((each) -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
		assertThat(types).isNotEmpty();
		assertThat(types.values()).allSatisfy((each) -> assertThat(each).isLessThanOrEqualTo(MAX_TYPES));
	}

	@Test
	void whatUsersSeeShowsNoWiring() {
		Stream<String> shown = CLASSES.stream()
			.filter(ArchitectureTests::isForUsers)
			.flatMap(ArchitectureTests::wiringIn);
		assertThat(shown.distinct()).isEmpty();
	}

	@Test
	void wiringInASignatureIsFound() {
		JavaClass wiring = CLASSES.get(Tap.class);
		assertThat(wiringIn(wiring)).isNotEmpty();
	}

	private static Stream<String> wiringIn(JavaClass type) {
		Stream<String> supertypes = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
			.filter(ArchitectureTests::isWiring)
			.map((each) -> type.getName() + " is a " + each.getSimpleName());
		Stream<String> members = type.getMembers()
			.stream()
			.filter((member) -> isVisible(member) && !isInternal(member))
			.flatMap((member) -> member.getAllInvolvedRawTypes()
				.stream()
				.filter((each) -> !each.equals(type) && isWiring(each))
				.map((each) -> member.getFullName() + " shows " + each.getSimpleName()));
		return Stream.concat(supertypes, members);
	}

	private static boolean isVisible(JavaMember member) {
		return (member.getModifiers().contains(JavaModifier.PUBLIC)
				|| member.getModifiers().contains(JavaModifier.PROTECTED))
				&& !member.getModifiers().contains(JavaModifier.SYNTHETIC);
	}

	private static boolean isForUsers(JavaClass type) {
		return type.getModifiers().contains(JavaModifier.PUBLIC) && !isWiring(type);
	}

	/**
	 * Ours, and not for users: neither is what is nested in such a type, or not public.
	 */
	private static boolean isWiring(JavaClass type) {
		return type.getPackageName().startsWith(ROOT) && (!type.getModifiers().contains(JavaModifier.PUBLIC)
				|| isInternal(type) || type.getEnclosingClass().map(ArchitectureTests::isWiring).orElse(false));
	}

	private static boolean isInternal(CanBeAnnotated annotated) {
		return annotated.isAnnotatedWith(DescribedPredicate.describe("internal",
				(annotation) -> annotation.getRawType().isEquivalentTo(API.class)
						&& annotation.get("status").map(String::valueOf).orElse("").endsWith("INTERNAL")));
	}

	@Test
	void nothingIsPrinted() {
		GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
		ArchRuleDefinition.noClasses()
			.should()
			.callMethod(Throwable.class, "printStackTrace")
			.orShould()
			.callMethod(Thread.class, "dumpStack")
			.check(CLASSES);
	}

	@Test
	void noSystemPropertyIsChanged() {
		ArchRuleDefinition.noClasses()
			.should()
			.callMethod(System.class, "setProperty", String.class, String.class)
			.orShould()
			.callMethod(System.class, "clearProperty", String.class)
			.orShould()
			.callMethod(System.class, "setProperties", Properties.class)
			.check(CLASSES);
	}

	@Test
	void nothingSleeps() {
		ArchRuleDefinition.noClasses().should().callCodeUnitWhere(sleeps()).check(CLASSES);
	}

	private static DescribedPredicate<JavaCall<?>> sleeps() {
		return DescribedPredicate.describe("a thread sleeps",
				(call) -> call.getTarget().getName().equals("sleep")
						&& (call.getTarget().getOwner().isAssignableTo(Thread.class)
								|| call.getTarget().getOwner().isEquivalentTo(TimeUnit.class)));
	}

	@Test
	void nothingWaitsWithALibraryWhoseVersionIsTheApplications() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.awaitility..")
			.because("an application may bring another version than the one that the library is built with")
			.check(CLASSES);
	}

	@Test
	void staticFieldsAreFinal() {
		ArchRuleDefinition.fields().that().areStatic().should().beFinal().check(CLASSES);
	}

	@Test
	void onlyTheRegistryOfBrokersHoldsMutableStaticState() {
		assertThat(CLASSES.stream()
			.flatMap((each) -> each.getFields().stream())
			.filter((field) -> field.getModifiers().contains(JavaModifier.STATIC)
					&& !field.getModifiers().contains(JavaModifier.SYNTHETIC))
			.filter(ArchitectureTests::isMutable)
			.map(JavaField::getFullName)).containsExactly(RunningBrokers.class.getName() + ".OF_THIS_JVM");
	}

	private static boolean isMutable(JavaField field) {
		JavaClass type = field.getRawType();
		if (type.getPackageName().startsWith(ROOT)) {
			return !type.isRecord() && !type.isEnum() && !type.getAllFields().isEmpty();
		}
		if (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)) {
			return !isUnmodifiable(field);
		}
		return type.isArray() || type.getPackageName().startsWith("java.util.concurrent")
				|| type.isAssignableTo(ThreadLocal.class) || type.isAssignableTo(Appendable.class);
	}

	private static boolean isUnmodifiable(JavaField field) {
		Field reflected = field.reflect();
		ReflectionUtils.makeAccessible(reflected);
		Object value = ReflectionUtils.getField(reflected, null);
		return value != null && value.getClass()
			.getName()
			.matches("java\\.util\\.(ImmutableCollections|Collections\\$(Unmodifiable|Empty)).*");
	}

	private static String qualified(String name) {
		return ROOT + "." + name;
	}

}
