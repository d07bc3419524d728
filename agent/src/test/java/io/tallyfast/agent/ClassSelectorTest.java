package io.tallyfast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.config.ClassGlobs;
import org.junit.jupiter.api.Test;

class ClassSelectorTest {
  private static final ClassLoader APPLICATION = ClassSelectorTest.class.getClassLoader();
  private static final Module UNNAMED = ClassSelectorTest.class.getModule();
  private static final Module JAVA_SQL = java.sql.Driver.class.getModule();

  @Test
  void selectsTheApplication() {
    assertThat(selects(UNNAMED, APPLICATION, "com/acme/Server")).isTrue();
    assertThat(selects(null, APPLICATION, "com/acme/Server")).isTrue();
    assertThat(selects(UNNAMED, APPLICATION, "com/sun/mail/Transport")).isTrue();
    assertThat(selects(UNNAMED, APPLICATION, "javax/mail/Transport")).isTrue();
    assertThat(selects(UNNAMED, null, "com/acme/OnTheBootClassPath")).isTrue();
  }

  @Test
  void leavesTheJdkAlone() {
    assertThat(selects(Object.class.getModule(), null, "java/util/HashMap")).isFalse();
    assertThat(selects(UNNAMED, null, "java/lang/$TallyfastSiteCounters")).isFalse();
    assertThat(selects(Object.class.getModule(), null, "sun/security/Foo")).isFalse();
    assertThat(selects(JAVA_SQL, ClassLoader.getPlatformClassLoader(), "javax/sql/Foo")).isFalse();
    assertThat(selects(JAVA_SQL, APPLICATION, "javax/sql/Foo")).isFalse();
  }

  @Test
  void leavesItselfAlone() {
    assertThat(selects(UNNAMED, APPLICATION, "io/tallyfast/agent/Startup")).isFalse();
    assertThat(selects(UNNAMED, APPLICATION, "io/tallyfast/shaded/asm/ClassReader")).isFalse();
    assertThat(selects(UNNAMED, new IsolatedLoader(), "com/acme/Anything")).isFalse();
    assertThat(selects(UNNAMED, APPLICATION, "io/tallyfast/apps/HelloApp")).isTrue();
  }

  @Test
  void aClassWithoutNameIsNotSelected() {
    assertThat(selects(UNNAMED, APPLICATION, null)).isFalse();
  }

  @Test
  void excludeWinsOverInclude() {
    ClassSelector selector =
        new ClassSelector(ClassGlobs.of("com.acme.**"), ClassGlobs.of("com.acme.gen.*"));

    assertThat(selector.selects(UNNAMED, APPLICATION, "com/acme/Server")).isTrue();
    assertThat(selector.selects(UNNAMED, APPLICATION, "com/acme/gen/Server")).isFalse();
    assertThat(selector.selects(UNNAMED, APPLICATION, "org/acme/Server")).isFalse();
  }

  private static boolean selects(Module module, ClassLoader loader, String name) {
    return new ClassSelector(ClassGlobs.NONE, ClassGlobs.NONE).selects(module, loader, name);
  }
}
